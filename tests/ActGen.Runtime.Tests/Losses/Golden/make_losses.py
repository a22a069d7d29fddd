"""Makes losses.json beside this file with PyTorch (1.13 made the one in the repository).

Run: python3 make_losses.py
Values and gradients of every loss that PyTorch and the library share, computed in double from float inputs, at ordinary and at
extreme ones. Inputs are stored as the bits of floats, results as doubles.
"""

import json
import os
import struct

import torch
import torch.nn.functional as F

torch.manual_seed(1)
ROWS, CLASSES = 5, 4


def bits(tensor):
    return ["%08x" % struct.unpack("<I", struct.pack("<f", x))[0] for x in tensor.reshape(-1).tolist()]


def single(tensor):
    return tensor.float().double()


ORDINARY = single(torch.randn(ROWS, CLASSES) * 2)
LARGE = single(torch.tensor([[1e4, -1e4, 88.8, -104.0], [3e38, -3e38, 0.0, 1.0], [60.0, 59.0, -60.0, 20.0], [1e-8, -1e-8, 1e-30, 0.0], [0.5, 1.0, -1.0, 15.9]]))
REAL = single(torch.randn(ROWS, CLASSES))
UNIT = single(torch.rand(ROWS, CLASSES))
SIGNS = torch.tensor([[1.0, -1.0, -1.0, 1.0]] * ROWS).double()
COUNTS = torch.tensor([[0.0, 1.0, 2.0, 7.0]] * ROWS).double()
SIMPLEX = single(torch.softmax(torch.randn(ROWS, CLASSES), 1))
ONE_HOT = torch.eye(CLASSES).repeat(2, 1)[:ROWS].double()
HOT = torch.tensor([[1.0, 0.0, 0.0, 1.0], [0.0, 0.0, 0.0, 0.0], [0.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0], [0.0, 0.0, 1.0, 0.0]]).double()
LOGS = single(torch.log_softmax(ORDINARY, 1))
POSITIVE = single(torch.rand(ROWS, CLASSES) * 3 + 0.01)
LABELS = torch.tensor([0, 3, 1, 2, 3])
WEIGHTS = torch.tensor([0.5, 2.0, 1.25, 1.0]).double()

cases = {}


def case(name, x, t, loss):
    x = x.clone().requires_grad_(True)
    value = loss(x, t)
    value.backward()
    target = {"labels": t.tolist()} if t.dtype == torch.int64 else {"targets": bits(t)}
    cases[name] = {"outputs": bits(x.detach()), **target, "loss": value.item(), "gradient": x.grad.reshape(-1).tolist()}


def gaussian(x, t, **options):
    mean, logarithm = x.chunk(2, 1)
    return F.gaussian_nll_loss(mean, t, logarithm.exp(), **options)


def multilabel(x, hot):
    """F.multilabel_margin_loss on lists of classes that end with -1."""
    lists = [[i for i, t in enumerate(row) if t >= 0.5] for row in hot.tolist()]
    return F.multilabel_margin_loss(x, torch.tensor([(row + [-1] * CLASSES)[:CLASSES] for row in lists]))


def tversky(x, t, alpha, beta):
    """Salehi et al. 2017, equation 2, with 1e-7 above and below."""
    right, positive, negative = (x * t).sum(1), (x * (1 - t)).sum(1), ((1 - x) * t).sum(1)
    return (1 - (right + 1e-7) / (right + alpha * positive + beta * negative + 1e-7)).mean()


for name, x in (("", ORDINARY), ("_large", LARGE)):
    case("mse" + name, x.clamp(-1e15, 1e15).float().double(), REAL, F.mse_loss)
    case("l1" + name, x, REAL, F.l1_loss)
    case("huber" + name, x, REAL, lambda a, b: F.huber_loss(a, b, delta=0.5))
    case("smoothl1" + name, x, REAL, F.smooth_l1_loss)
    case("smoothl1_beta" + name, x, REAL, lambda a, b: F.smooth_l1_loss(a, b, beta=0.3))
    case("bcewithlogits" + name, x, UNIT, F.binary_cross_entropy_with_logits)
    case("softmargin" + name, x.clamp(-700, 700).float().double(), SIGNS, F.soft_margin_loss)
    case("crossentropy" + name, x, LABELS, F.cross_entropy)
    case("crossentropy_weights" + name, x, LABELS, lambda a, b: F.cross_entropy(a, b, weight=WEIGHTS, label_smoothing=0.1))
    case("crossentropy_soft" + name, x, SIMPLEX, F.cross_entropy)
    case("multimargin" + name, x, LABELS, F.multi_margin_loss)
    case("multimargin_weights" + name, x.clamp(-1e15, 1e15).float().double(), LABELS, lambda a, b: F.multi_margin_loss(a, b, p=2, margin=0.5, weight=WEIGHTS))
    # Not at the margin, where PyTorch's derivative is that of the left side.
    case("hingeembedding" + name, torch.where(x == 1, 1.25, x), SIGNS, F.hinge_embedding_loss)
    case("hingeembedding_margin" + name, x, SIGNS, lambda a, b: F.hinge_embedding_loss(a, b, margin=0.3))
    case("multilabelmargin" + name, x, HOT, multilabel)
    case("cosine" + name, x, REAL, lambda a, b: -F.cosine_similarity(a, b, dim=1).mean())
    case("poisson" + name, x.clamp(-1e4, 80).float().double(), COUNTS, F.poisson_nll_loss)
case("dice", UNIT, HOT, lambda a, b: tversky(a, b, 0.5, 0.5))
case("tversky", UNIT, SIMPLEX, lambda a, b: tversky(a, b, 0.3, 0.7))
case("bce", UNIT, SIMPLEX, F.binary_cross_entropy)
case("nll", LOGS, LABELS, F.nll_loss)
case("nll_weights", LOGS, LABELS, lambda a, b: F.nll_loss(a, b, weight=WEIGHTS, ignore_index=2))
case("kldiv", LOGS, SIMPLEX, F.kl_div)
case("kldiv_onehot", LOGS, ONE_HOT, F.kl_div)
case("kldiv_batch", LOGS, SIMPLEX, lambda a, b: F.kl_div(a, b, reduction="batchmean"))
case("kldiv_log", LOGS, single(SIMPLEX.log()), lambda a, b: F.kl_div(a, b, log_target=True))
case("poisson_full", ORDINARY, COUNTS, lambda a, b: F.poisson_nll_loss(a, b, full=True))
case("poisson_rates", POSITIVE, COUNTS, lambda a, b: F.poisson_nll_loss(a, b, log_input=False))
case("gaussian", ORDINARY, single(REAL[:, :2]), gaussian)
case("gaussian_full", ORDINARY, single(REAL[:, :2]), lambda a, b: gaussian(a, b, full=True))

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "losses.json"), "w") as file:
    json.dump({"torch": torch.__version__, "cases": cases}, file)
    file.write("\n")
