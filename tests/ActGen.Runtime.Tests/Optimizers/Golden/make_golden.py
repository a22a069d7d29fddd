"""Makes optimizers.json, matrices.json, schedules.json and averages.json beside this file with PyTorch (1.13.1 made the ones in the repository).

Run: python3 make_golden.py
Gradients are a formula that C# can repeat exactly: integers mod a prime, scaled by a power of two.
What PyTorch 1.13 does not have is in reference_optimizers.py, from the papers' equations.
"""

import json
import os
import struct

import torch

import reference_optimizers as reference

SIZE, STEPS = 37, 1000
# Outputs × inputs of the weight matrices, as PyTorch has them; each with a bias of as many elements as outputs.
MATRICES = [(7, 12), (12, 7), (5, 5), (1, 9)]
CHECKS = [1, 2, 3, 10, 100, 1000]


def start(i):
    return ((i * 7919) % 251 - 125) / 64.0


def gradient(step, i):
    return ((i * 104729 + step * 1299709 + i * step * 31) % 509 - 254) / 1024.0


CASES = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.01),
    "sgd_decay": lambda p: torch.optim.SGD(p, lr=0.01, weight_decay=0.1),
    "sgd_momentum": lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9),
    "sgd_dampening": lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9, dampening=0.5),
    "sgd_nesterov_decay": lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9, nesterov=True, weight_decay=0.01),
    "adam": lambda p: torch.optim.Adam(p, lr=0.001, foreach=False),
    "adam_decay": lambda p: torch.optim.Adam(p, lr=0.002, betas=(0.8, 0.99), eps=1e-6, weight_decay=0.1, foreach=False),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.001, foreach=False),
    "adamw_decay": lambda p: torch.optim.AdamW(p, lr=0.003, betas=(0.85, 0.95), weight_decay=0.2, foreach=False),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.01, foreach=False),
    "rmsprop_momentum": lambda p: torch.optim.RMSprop(p, lr=0.003, alpha=0.9, momentum=0.5, weight_decay=0.05, foreach=False),
    "rmsprop_centered": lambda p: torch.optim.RMSprop(p, lr=0.003, centered=True, momentum=0.9, foreach=False),
    "adam_amsgrad": lambda p: torch.optim.Adam(p, lr=0.001, amsgrad=True, foreach=False),
    "adamw_amsgrad": lambda p: torch.optim.AdamW(p, lr=0.002, betas=(0.8, 0.9), amsgrad=True, foreach=False),
    "radam": lambda p: torch.optim.RAdam(p, foreach=False),
    "radam_decay": lambda p: torch.optim.RAdam(p, lr=0.002, betas=(0.8, 0.99), weight_decay=0.1, foreach=False),
    "adamax": lambda p: torch.optim.Adamax(p, foreach=False),
    "adamax_decay": lambda p: torch.optim.Adamax(p, lr=0.003, betas=(0.8, 0.99), eps=1e-6, weight_decay=0.1, foreach=False),
    "adagrad": lambda p: torch.optim.Adagrad(p, foreach=False),
    "adagrad_decay": lambda p: torch.optim.Adagrad(p, lr=0.02, lr_decay=0.01, weight_decay=0.1, initial_accumulator_value=0.1, foreach=False),
    "adadelta": lambda p: torch.optim.Adadelta(p, foreach=False),
    "adadelta_decay": lambda p: torch.optim.Adadelta(p, lr=0.5, rho=0.95, eps=1e-7, weight_decay=0.1, foreach=False),
    "rprop": lambda p: torch.optim.Rprop(p, foreach=False),
    "rprop_bounds": lambda p: torch.optim.Rprop(p, lr=0.001, etas=(0.4, 1.3), step_sizes=(1e-5, 0.02), foreach=False),
    "asgd": lambda p: torch.optim.ASGD(p, foreach=False),
    "asgd_decay": lambda p: torch.optim.ASGD(p, lr=0.02, lambd=0.05, alpha=0.6, weight_decay=0.1, foreach=False),
    "nadam": lambda p: reference.NAdam(p),
    "nadam_decay": lambda p: reference.NAdam(p, lr=0.001, betas=(0.8, 0.99), weight_decay=0.1, momentum_decay=0.01),
    "lion": lambda p: reference.Lion(p),
    "lion_decay": lambda p: reference.Lion(p, lr=0.0005, betas=(0.95, 0.98), weight_decay=0.1),
    "lamb": lambda p: reference.LAMB(p),
    "lamb_decay": lambda p: reference.LAMB(p, lr=0.002, betas=(0.8, 0.99), eps=1e-7, weight_decay=0.1),
}

MATRIX_CASES = {
    "muon": lambda m, b: [reference.Muon(m), torch.optim.AdamW(b, foreach=False)],
    "muon_plain": lambda m, b: [reference.Muon(m, lr=0.002, momentum=0.9, nesterov=False, weight_decay=0.0, match_adamw=True), torch.optim.AdamW(b, lr=0.01, foreach=False)],
    "lamb": lambda m, b: [reference.LAMB(m), reference.LAMB(b)],
}


def bits(tensor):
    return ["%08x" % struct.unpack("<I", struct.pack("<f", x))[0] for x in tensor.tolist()]


# What optimizers keep, in the order of this library's equations; after 100 steps.
STATE = ["exp_avg", "m", "exp_avg_sq", "v", "max_exp_avg_sq", "exp_inf", "square_avg", "acc_delta", "sum", "prev", "step_size", "momentum_buffer", "grad_avg"]


def run(make):
    theta = torch.nn.Parameter(torch.tensor([start(i) for i in range(SIZE)]))
    optimizer = make([theta])
    result = {}
    for step in range(1, STEPS + 1):
        theta.grad = torch.tensor([gradient(step, i) for i in range(SIZE)])
        optimizer.step()
        if step in CHECKS:
            result[str(step)] = bits(theta.detach())
        if step == 100:
            state = optimizer.state[0] if isinstance(optimizer, reference.Reference) else optimizer.state[theta]
            result["state"] = [bits(state[key]) for key in STATE if torch.is_tensor(state.get(key)) and state[key].numel() == SIZE]
    return result


def run_matrices(make):
    """Weight and bias in turn, one flat list: element i of the network's buffer starts at start(i); matrices are stored transposed there."""
    tensors, views, offset = [], [], 0
    for outputs, inputs in MATRICES:
        for shape in ((inputs, outputs), (outputs,)):
            count = torch.Size(shape).numel()
            views.append((offset, shape))
            flat = torch.tensor([start(i) for i in range(offset, offset + count)]).reshape(shape)
            tensors.append(torch.nn.Parameter(flat.t().contiguous() if len(shape) == 2 else flat))
            offset += count
    optimizers = make(tensors[0::2], tensors[1::2])
    result = {}
    for step in range(1, 101):
        for tensor, (first, shape) in zip(tensors, views):
            flat = torch.tensor([gradient(step, i) for i in range(first, first + torch.Size(shape).numel())]).reshape(shape)
            tensor.grad = flat.t().contiguous() if len(shape) == 2 else flat
        for optimizer in optimizers:
            optimizer.step()
        if step in CHECKS:
            result[str(step)] = [b for t in tensors for b in bits((t.detach().t() if t.dim() == 2 else t.detach()).contiguous().reshape(-1))]
    return result


def rates(make, total):
    theta = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([theta], lr=0.1)
    scheduler = make(optimizer, total)
    values = []
    for step in range(total):
        values.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if step + 1 < total:
            scheduler.step()
    return values


# Losses of epochs that fall, stay, rise and fall by little.
LOSSES = [1.0, 0.9, 0.85, 0.85, 0.86, 0.8499, 0.9, 0.9, 0.7, 0.7, 0.7, 0.71, 0.7, 0.69999, 0.69, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]


def plateau(**options):
    """The rate in each epoch: the first one knows no loss."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
    scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, **options)
    values = []
    for loss in LOSSES:
        values.append(optimizer.param_groups[0]["lr"])
        scheduler.step(loss)
    return values


class Weights(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.theta = torch.nn.Parameter(torch.tensor([start(i) for i in range(SIZE)]))


def average(first, interval, **options):
    """The average after each of 12 updates of plain descent; the weights themselves as long as there is none."""
    model = Weights()
    averaged, result = torch.optim.swa_utils.AveragedModel(model, **options), []
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for step in range(1, 13):
        model.theta.grad = torch.tensor([gradient(step, i) for i in range(SIZE)])
        optimizer.step()
        if step > first and (step - first) % interval == 0:
            averaged.update_parameters(model)
        result.append(bits((averaged.module if averaged.n_averaged > 0 else model).theta.detach()))
    return result


def asgd_average(t0):
    """What torch.optim.ASGD calls ax."""
    theta = torch.nn.Parameter(torch.tensor([start(i) for i in range(SIZE)]))
    optimizer, result = torch.optim.ASGD([theta], lr=0.1, lambd=0.05, t0=t0, foreach=False), []
    for step in range(1, 13):
        theta.grad = torch.tensor([gradient(step, i) for i in range(SIZE)])
        optimizer.step()
        result.append(bits(optimizer.state[theta]["ax"]))
    return result


def main():
    folder = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(folder, "optimizers.json"), "w") as file:
        json.dump({"torch": torch.__version__, "cases": {name: run(make) for name, make in CASES.items()}}, file)
        file.write("\n")
    with open(os.path.join(folder, "matrices.json"), "w") as file:
        json.dump({"torch": torch.__version__, "cases": {name: run_matrices(make) for name, make in MATRIX_CASES.items()}}, file)
        file.write("\n")
    with open(os.path.join(folder, "averages.json"), "w") as file:
        json.dump(
            {
                "torch": torch.__version__,
                "running": average(0, 1),
                "runningLater": average(3, 2),
                "exponential": average(0, 1, avg_fn=lambda a, p, n: 0.9 * a + (1 - 0.9) * p),
                "exponentialLater": average(2, 3, avg_fn=lambda a, p, n: 0.75 * a + (1 - 0.75) * p),
                "asgd": asgd_average(3),
            },
            file,
        )
        file.write("\n")
    schedules = torch.optim.lr_scheduler
    with open(os.path.join(folder, "schedules.json"), "w") as file:
        json.dump(
            {
                "torch": torch.__version__,
                "step": rates(lambda o, n: schedules.StepLR(o, step_size=3, gamma=0.5), 20),
                "cosine": rates(lambda o, n: schedules.CosineAnnealingLR(o, T_max=n, eta_min=0.001), 40),
                "multiStep": rates(lambda o, n: schedules.MultiStepLR(o, milestones=[2, 5, 5, 11], gamma=0.5), 20),
                "linear": rates(lambda o, n: schedules.LinearLR(o), 10),
                "exponential": rates(lambda o, n: schedules.ExponentialLR(o, gamma=0.9), 20),
                "polynomial": rates(lambda o, n: schedules.PolynomialLR(o, total_iters=n, power=2.5), 20),
                "restarts": rates(lambda o, n: schedules.CosineAnnealingWarmRestarts(o, T_0=3, eta_min=0.001), 20),
                "restartsGrowing": rates(lambda o, n: schedules.CosineAnnealingWarmRestarts(o, T_0=3, T_mult=2), 40),
                "cyclic": rates(lambda o, n: schedules.CyclicLR(o, base_lr=0.01, max_lr=0.1, step_size_up=4, step_size_down=3, cycle_momentum=False), 20),
                "cyclicHalving": rates(lambda o, n: schedules.CyclicLR(o, base_lr=0.01, max_lr=0.1, step_size_up=3, mode="triangular2", cycle_momentum=False), 20),
                "sequential": rates(lambda o, n: schedules.SequentialLR(o, [schedules.LinearLR(o, total_iters=4), schedules.ExponentialLR(o, gamma=0.8)], milestones=[4]), 20),
                "constant": rates(lambda o, n: schedules.ConstantLR(o), 8),
                "constantHalf": rates(lambda o, n: schedules.ConstantLR(o, factor=0.5, total_iters=2), 8),
                "chained": rates(lambda o, n: schedules.ChainedScheduler([schedules.ConstantLR(o, factor=0.1, total_iters=2), schedules.ExponentialLR(o, gamma=0.9)]), 8),
                "lambda": rates(lambda o, n: schedules.LambdaLR(o, lambda epoch: 1 / (1 + epoch)), 8),
                "losses": LOSSES,
                "plateau": plateau(patience=2),
                "plateauDefault": plateau(),
                "plateauCooldown": plateau(patience=1, factor=0.5, cooldown=3, min_lr=0.01),
                "plateauAbsolute": plateau(patience=2, factor=0.2, threshold=0.2, threshold_mode="abs"),
                "plateauSmall": plateau(patience=0, factor=0.1, eps=1e-3),
                "oneCycle": rates(lambda o, n: schedules.OneCycleLR(o, max_lr=0.1, total_steps=n, cycle_momentum=False), 50),
            },
            file,
        )
        file.write("\n")


main()
