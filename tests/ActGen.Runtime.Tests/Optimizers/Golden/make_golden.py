"""Makes optimizers.json and schedules.json beside this file with PyTorch (1.13.1 made the ones in the repository).

Run: python3 make_golden.py
Gradients are a formula that C# can repeat exactly: integers mod a prime, scaled by a power of two.
"""

import json
import os
import struct

import torch

SIZE, STEPS = 37, 1000
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
}


def bits(tensor):
    return ["%08x" % struct.unpack("<I", struct.pack("<f", x))[0] for x in tensor.tolist()]


def run(make):
    theta = torch.nn.Parameter(torch.tensor([start(i) for i in range(SIZE)]))
    optimizer = make([theta])
    result = {}
    for step in range(1, STEPS + 1):
        theta.grad = torch.tensor([gradient(step, i) for i in range(SIZE)])
        optimizer.step()
        if step in CHECKS:
            result[str(step)] = bits(theta.detach())
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


def main():
    folder = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(folder, "optimizers.json"), "w") as file:
        json.dump({"torch": torch.__version__, "cases": {name: run(make) for name, make in CASES.items()}}, file)
        file.write("\n")
    schedules = torch.optim.lr_scheduler
    with open(os.path.join(folder, "schedules.json"), "w") as file:
        json.dump(
            {
                "torch": torch.__version__,
                "step": rates(lambda o, n: schedules.StepLR(o, step_size=3, gamma=0.5), 20),
                "cosine": rates(lambda o, n: schedules.CosineAnnealingLR(o, T_max=n, eta_min=0.001), 40),
                "oneCycle": rates(lambda o, n: schedules.OneCycleLR(o, max_lr=0.1, total_steps=n, cycle_momentum=False), 50),
            },
            file,
        )
        file.write("\n")


main()
