"""Makes initializers.json beside this file with torch.nn.init (PyTorch 1.13 made the one in the repository).

Run: python3 make_initializers.py
The initialisers compute a standard deviation or a bound and hand it to one random function: what it is handed is recorded.
"""

import json
import math
import os
from unittest import mock

import torch

# Inputs and outputs of a dense layer: one, equal, more of one than of the other.
SIZES = [(1, 1), (784, 128), (128, 784), (7, 3), (64, 64)]
init = torch.nn.init

CASES = {
    "He": lambda w: init.kaiming_normal_(w, nonlinearity="relu"),
    "HeUniform": lambda w: init.kaiming_uniform_(w, nonlinearity="relu"),
    "HeFanOut": lambda w: init.kaiming_normal_(w, mode="fan_out", nonlinearity="relu"),
    "HeFanOutUniform": lambda w: init.kaiming_uniform_(w, mode="fan_out", nonlinearity="relu"),
    "Glorot": lambda w: init.xavier_normal_(w),
    "GlorotUniform": lambda w: init.xavier_uniform_(w),
    "LeCun": lambda w: init.kaiming_normal_(w, nonlinearity="linear"),
    "LeCunUniform": lambda w: init.kaiming_uniform_(w, nonlinearity="linear"),
    "PyTorch": lambda w: init.kaiming_uniform_(w, a=math.sqrt(5)),
    "Normal": lambda w: init.normal_(w),
    "Uniform": lambda w: init.uniform_(w, -1.0, 1.0),
    # With a scale.
    "Glorot*1.6666666666666667": lambda w: init.xavier_normal_(w, gain=init.calculate_gain("tanh")),
    "GlorotUniform*0.5": lambda w: init.xavier_uniform_(w, gain=0.5),
    "Normal*0.02": lambda w: init.normal_(w, std=0.02),
    "Uniform*0.05": lambda w: init.uniform_(w, -0.05, 0.05),
    # With the activation behind the layer.
    "KaimingLike": lambda w: init.kaiming_normal_(w, nonlinearity="linear"),
    "KaimingLike ReLU": lambda w: init.kaiming_normal_(w, nonlinearity="relu"),
    "KaimingLike LeakyReLU(0.2)": lambda w: init.kaiming_normal_(w, a=0.2),
    "KaimingLike Tanh": lambda w: init.kaiming_normal_(w, nonlinearity="tanh"),
    "KaimingLike Sigmoid": lambda w: init.kaiming_normal_(w, nonlinearity="sigmoid"),
    "KaimingLike SELU": lambda w: init.kaiming_normal_(w, nonlinearity="selu"),
}


def recorded(fill, inputs, outputs):
    calls = []

    def normal(tensor, mean=0.0, std=1.0):
        assert mean == 0
        calls.append(["Normal", std])
        return tensor

    def uniform(tensor, low=0.0, high=1.0):
        assert low == -high
        calls.append(["Uniform", high])
        return tensor

    with mock.patch.object(torch.Tensor, "normal_", normal), mock.patch.object(torch.Tensor, "uniform_", uniform):
        fill(torch.empty(outputs, inputs))
    assert len(calls) == 1
    return calls[0]


def main():
    cases = [
        {"initializer": name, "inputs": inputs, "outputs": outputs, "distribution": kind, "scale": scale}
        for name, fill in CASES.items()
        for inputs, outputs in SIZES
        for kind, scale in [recorded(fill, inputs, outputs)]
    ]
    torch.manual_seed(1)
    truncated = init.trunc_normal_(torch.empty(1000, 1000)).double()
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "initializers.json"), "w") as file:
        json.dump({"torch": torch.__version__, "truncatedDeviation": truncated.std().item(), "truncatedLargest": truncated.abs().max().item(), "cases": cases}, file)
        file.write("\n")


main()
