"""Makes layers.json beside this file with PyTorch (1.13 made the one in the repository), in double precision.

Run: python3 make_layers.py
Parameters, inputs and targets are formulas that C# can repeat exactly. Parameters are laid out as in a network's flat buffer: a linear layer's
weight is [inputs, outputs] there, the transpose of PyTorch's; a convolution's is [kernel rows, kernel columns, channels, filters]. The loss is the mean of squares.
"""

import json
import math
import os

import torch
from torch import nn
from torch.nn import functional

ROWS = 5
torch.set_default_dtype(torch.float64)


def number(i, salt):
    return ((i * 7919 + salt * 104729) % 251 - 125) / 64.0


class Gated(nn.Module):
    def __init__(self, inputs, units, activation):
        super().__init__()
        self.linear = nn.Linear(inputs, 2 * units)
        self.activation = activation

    def forward(self, x):
        value, gate = self.linear(x).chunk(2, -1)
        return value * self.activation(gate)


class Apply(nn.Module):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, x):
        return self.function(x)


class RMSNorm(nn.Module):
    def __init__(self, size, eps):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))
        self.eps = eps

    def forward(self, x):
        return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + self.eps) * self.weight


class ChannelsLast(nn.Module):
    def __init__(self, module):
        super().__init__()
        self.module = module

    def forward(self, x):
        return self.module(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)


class Residual(nn.Module):
    def __init__(self, *block):
        super().__init__()
        self.block = nn.Sequential(*block)

    def forward(self, x):
        return x + self.block(x)


class Recurrent(nn.Module):
    """What nn.LSTM, nn.GRU and nn.RNN call, with one bias for each sum of two; a GRU's fourth part is that of n in the product of the state."""

    def __init__(self, function, gates, inputs, units, sequences=False, directions=1):
        super().__init__()
        self.function, self.gates, self.units, self.sequences, self.directions = function, gates, units, sequences, directions
        for direction in range(directions):
            self.register_parameter(f"weight_ih{direction}", nn.Parameter(torch.zeros(gates * units, inputs)))
            self.register_parameter(f"weight_hh{direction}", nn.Parameter(torch.zeros(gates * units, units)))
            self.register_parameter(f"bias{direction}", nn.Parameter(torch.zeros((4 if gates == 3 else gates) * units)))

    def forward(self, x):
        weights = []
        for direction in range(self.directions):
            bias, count = getattr(self, f"bias{direction}"), self.gates * self.units
            ofState = torch.cat([torch.zeros(count - len(bias[count:])), bias[count:]])
            weights += [getattr(self, f"weight_ih{direction}"), getattr(self, f"weight_hh{direction}"), bias[:count], ofState]
        start = torch.zeros(self.directions, len(x), self.units)
        y, h, *_ = self.function(x, (start, start) if self.gates == 4 else start, weights, True, 1, 0.0, self.training, self.directions > 1, True)
        return y if self.sequences else h.permute(1, 0, 2).reshape(len(x), -1)


def rnn(*sizes, **options):
    return Recurrent(torch._VF.rnn_tanh, 1, *sizes, **options)


def lstm(*sizes, **options):
    return Recurrent(torch._VF.lstm, 4, *sizes, **options)


def gru(*sizes, **options):
    return Recurrent(torch._VF.gru, 3, *sizes, **options)


CASES = {
    "softmin": (7, nn.Softmin(dim=-1)),
    "softmax": (7, nn.Softmax(dim=-1)),
    "log_softmax": (7, nn.LogSoftmax(dim=-1)),
    "glu": (18, nn.GLU()),
    "prelu_channels": (9, nn.PReLU(num_parameters=9)),
    "crelu": (9, Apply(lambda x: torch.cat([functional.relu(x), functional.relu(-x)], -1))),
    "maxout": (12, Apply(lambda x: torch.stack(x.chunk(3, -1)).amax(0))),
    "swiglu": (5, nn.Sequential(Gated(5, 4, functional.silu), nn.Linear(4, 3))),
    "geglu": (5, nn.Sequential(Gated(5, 4, functional.gelu), nn.Linear(4, 3))),
    "geglu_tanh": (5, nn.Sequential(Gated(5, 4, lambda x: functional.gelu(x, approximate="tanh")), nn.Linear(4, 3))),
    "reglu": (5, nn.Sequential(Gated(5, 4, functional.relu), nn.Linear(4, 3))),
    "layer_norm": (7, nn.Sequential(nn.Linear(7, 19), nn.LayerNorm(19), nn.Tanh(), nn.Linear(19, 3))),
    "layer_norm_plain": (9, nn.LayerNorm(9, eps=0.5, elementwise_affine=False)),
    "batch_norm": (7, nn.Sequential(nn.Linear(7, 19, bias=False), nn.BatchNorm1d(19), nn.Tanh(), nn.Linear(19, 3))),
    "batch_norm_plain": (9, nn.BatchNorm1d(9, eps=0.5, momentum=0.25, affine=False)),
    "batch_norm_image": ((3, 2, 5), nn.Sequential(nn.BatchNorm2d(3), nn.Tanh())),
    "layer_norm_image": ((11, 2, 3), ChannelsLast(nn.LayerNorm(11))),
    "group_norm": ((6, 3, 3), nn.Sequential(nn.GroupNorm(2, 6), nn.Tanh())),
    "instance_norm": ((3, 3, 5), nn.Sequential(nn.GroupNorm(3, 3, affine=False), nn.Tanh())),
    "group_norm_features": (7, nn.Sequential(nn.Linear(7, 24), nn.GroupNorm(2, 24), nn.Tanh(), nn.Linear(24, 3))),
    "rms_norm": (7, nn.Sequential(nn.Linear(7, 19), RMSNorm(19, 1e-6), nn.Tanh(), nn.Linear(19, 3))),
    "conv2d": ((3, 5, 6), nn.Sequential(nn.Conv2d(3, 4, 3), nn.Tanh(), nn.Conv2d(4, 2, (2, 3), bias=False))),
    "conv2d_options": ((4, 7, 6), nn.Conv2d(4, 6, 3, stride=2, padding=2, dilation=2, groups=2)),
    "conv2d_same": ((2, 4, 5), nn.Conv2d(2, 3, 4, padding="same")),
    "conv2d_depthwise": ((5, 4, 4), nn.Sequential(nn.Conv2d(5, 5, 3, padding=1, groups=5), nn.Conv2d(5, 3, 1))),
    "conv1d": ((3, 11), nn.Sequential(nn.Conv1d(3, 4, 3, padding=1), nn.SiLU(), nn.Conv1d(4, 2, 4, stride=2))),
    "residual": (5, nn.Sequential(
        Residual(nn.Linear(5, 7), nn.Tanh(), Residual(nn.Linear(7, 7), nn.GELU()), nn.Linear(7, 5)), nn.SiLU(), nn.Linear(5, 3))),
    "rrelu_at_inference": (9, nn.RReLU().eval()),
    "max_pool_2d": ((3, 5, 7), nn.MaxPool2d(2)),
    "max_pool_2d_overlapping": ((2, 7, 6), nn.MaxPool2d(3, stride=2, padding=1)),
    "max_pool_1d": ((3, 11), nn.MaxPool1d(3, stride=2, padding=1)),
    "average_pool_2d": ((3, 5, 7), nn.AvgPool2d(2)),
    "average_pool_2d_overlapping": ((2, 7, 6), nn.AvgPool2d(3, stride=2, padding=1)),
    "average_pool_1d": ((3, 11), nn.AvgPool1d(3, stride=2, padding=1)),
    "global_average_pool": ((4, 3, 5), nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())),
    "global_max_pool": ((4, 3, 5), nn.Sequential(nn.AdaptiveMaxPool2d(1), nn.Flatten())),
    "permute": ((2, 3, 4), Apply(lambda x: torch.tanh(x.permute(0, 2, 3, 1)))),
    "rnn": ((4, 3), nn.Sequential(rnn(3, 7), nn.Linear(7, 2))),
    "rnn_relu": ((3, 4), nn.Sequential(Recurrent(torch._VF.rnn_relu, 1, 4, 5, sequences=True), nn.Linear(5, 2))),
    "lstm": ((5, 3), nn.Sequential(lstm(3, 9), nn.Linear(9, 2))),
    "lstm_one_step": ((1, 4), lstm(4, 17)),
    "lstm_sequences": ((4, 3), nn.Sequential(lstm(3, 5, sequences=True), nn.Tanh(), lstm(5, 4))),
    "lstm_both_ways": ((4, 3), nn.Sequential(lstm(3, 5, directions=2), nn.Linear(10, 2))),
    "gru": ((5, 3), nn.Sequential(gru(3, 9), nn.Linear(9, 2))),
    "gru_sequences_both_ways": ((4, 3), nn.Sequential(gru(3, 5, sequences=True, directions=2), nn.Linear(10, 2))),
    "gru_residual": ((4, 6), nn.Sequential(Residual(gru(6, 6, sequences=True)), rnn(6, 3))),
}


def to_buffer(parameter):
    """Outputs and inputs last, the axes of the kernel first."""
    return parameter.movedim((0, 1), (-1, -2)) if parameter.dim() >= 2 else parameter


def from_buffer(flat, shape):
    return flat.reshape(*shape[2:], shape[1], shape[0]).movedim((-1, -2), (0, 1)).contiguous() if len(shape) >= 2 else flat


def run(shape, module):
    shape = shape if isinstance(shape, tuple) else (shape,)
    offset = 0
    for parameter in module.parameters():
        flat = torch.tensor([number(offset + i, 1) / 4 for i in range(parameter.numel())])
        parameter.data = from_buffer(flat, parameter.shape)
        offset += parameter.numel()
    for name, buffer in module.named_buffers():
        if name.endswith("running_mean"):
            buffer.copy_(torch.tensor([number(i, 4) / 8 for i in range(buffer.numel())]))
        if name.endswith("running_var"):
            buffer.copy_(torch.tensor([1 + abs(number(i, 5)) for i in range(buffer.numel())]))
    x = torch.tensor([number(i, 2) for i in range(ROWS * math.prod(shape))]).reshape(ROWS, *shape).requires_grad_()
    training = module.training
    inference = module.eval()(x)
    y = module.train(training)(x)
    target = torch.tensor([number(i, 3) for i in range(y.numel())]).reshape(y.shape)
    loss = functional.mse_loss(y, target)
    loss.backward()
    return {
        "outputs": inference.detach().reshape(-1).tolist(),
        "loss": loss.item(),
        "inputGradient": x.grad.reshape(-1).tolist(),
        "statistics": [v for name, b in module.named_buffers() if "running" in name for v in b.tolist()],
        "gradient": [v for p in module.parameters() for v in to_buffer(p.grad).reshape(-1).tolist()],
    }


def main():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "layers.json")
    with open(path, "w") as file:
        json.dump({"torch": torch.__version__, "cases": {name: run(*case) for name, case in CASES.items()}}, file)
        file.write("\n")


main()
