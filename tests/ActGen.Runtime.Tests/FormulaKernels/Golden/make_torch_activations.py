"""Makes torch_activations.json beside this file: the names of PyTorch's activation modules (1.13 made the one in the repository) and the
numbers that their parameters have by default.

Run: python3 make_torch_activations.py
"""

import inspect
import json
import os

from torch.nn.modules import activation

# Where an activation works, and how many values it learns, is no number of the function.
OF_THE_LAYER = {"dim", "num_parameters"}


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def defaults(name):
    parameters = inspect.signature(getattr(activation, name).__init__).parameters
    return {p.name: p.default for p in parameters.values() if is_number(p.default) and p.name not in OF_THE_LAYER}


with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "torch_activations.json"), "w", encoding="utf-8") as file:
    json.dump({name: defaults(name) for name in activation.__all__}, file, indent=1)
    file.write("\n")
