"""Reference steps of optimizers that PyTorch 1.13 lacks, or has with an error, in float32 tensors with scalars in double.

Written from the equations in the papers and, where PyTorch has the optimizer in a later version, in its order of operations.
"""

import math

import torch


class Reference:
    def __init__(self, params):
        self.params = list(params)
        self.state = [{} for _ in self.params]
        self.t = 0

    @torch.no_grad()
    def step(self):
        self.t += 1
        for param, state in zip(self.params, self.state):
            self.update(param, param.grad.clone(), state)


def moments(param, grad, state, beta1, beta2):
    m = state.setdefault("m", torch.zeros_like(param))
    v = state.setdefault("v", torch.zeros_like(param))
    m.mul_(beta1).add_(grad, alpha=1 - beta1)
    v.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
    return m, v


class NAdam(Reference):
    """Dozat 2016, Incorporating Nesterov momentum into Adam; PyTorch 2. (1.13 multiplies mu into mu_product_next once too often.)"""

    def __init__(self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=4e-3):
        super().__init__(params)
        self.lr, self.betas, self.eps, self.weight_decay, self.psi = lr, betas, eps, weight_decay, momentum_decay

    def update(self, param, grad, state):
        beta1, beta2 = self.betas
        if self.weight_decay != 0:
            grad = grad.add(param, alpha=self.weight_decay)
        mu = beta1 * (1.0 - 0.5 * 0.96 ** (self.t * self.psi))
        mu_next = beta1 * (1.0 - 0.5 * 0.96 ** ((self.t + 1) * self.psi))
        product = state["product"] = state.get("product", 1.0) * mu
        m, v = moments(param, grad, state, beta1, beta2)
        denom = v.div(1 - beta2**self.t).sqrt().add_(self.eps)
        param.addcdiv_(grad, denom, value=-self.lr * (1.0 - mu) / (1.0 - product))
        param.addcdiv_(m, denom, value=-self.lr * mu_next / (1.0 - product * mu_next))


class Lion(Reference):
    """Chen et al. 2023, Symbolic Discovery of Optimization Algorithms, algorithm 2 and the authors' defaults."""

    def __init__(self, params, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
        super().__init__(params)
        self.lr, self.betas, self.weight_decay = lr, betas, weight_decay

    def update(self, param, grad, state):
        beta1, beta2 = self.betas
        m = state.setdefault("m", torch.zeros_like(param))
        param.mul_(1 - self.lr * self.weight_decay)
        param.add_((m * beta1 + grad * (1 - beta1)).sign_(), alpha=-self.lr)
        m.mul_(beta2).add_(grad, alpha=1 - beta2)


class LAMB(Reference):
    """You et al. 2020, Large Batch Optimization for Deep Learning, algorithm 2 with phi the identity."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-6, weight_decay=0.01):
        super().__init__(params)
        self.lr, self.betas, self.eps, self.weight_decay = lr, betas, eps, weight_decay

    def update(self, param, grad, state):
        beta1, beta2 = self.betas
        m, v = moments(param, grad, state, beta1, beta2)
        u = (m / (1 - beta1**self.t)) / ((v / (1 - beta2**self.t)).sqrt() + self.eps) + self.weight_decay * param
        norms = param.double().norm().item(), u.double().norm().item()
        ratio = norms[0] / norms[1] if norms[0] > 0 and norms[1] > 0 else 1.0
        param.add_(u, alpha=-self.lr * ratio)


class Muon(Reference):
    """Jordan et al. 2024; PyTorch's torch.optim.Muon, with the orthogonalisation in double in place of bfloat16."""

    def __init__(self, params, lr=1e-3, weight_decay=0.1, momentum=0.95, nesterov=True, eps=1e-7, steps=5, match_adamw=False):
        super().__init__(params)
        self.lr, self.weight_decay, self.momentum, self.nesterov = lr, weight_decay, momentum, nesterov
        self.eps, self.steps, self.match_adamw = eps, steps, match_adamw

    def update(self, param, grad, state):
        b = state.setdefault("b", torch.zeros_like(param))
        b.lerp_(grad, 1 - self.momentum)
        u = self.orthogonal(grad.lerp(b, self.momentum) if self.nesterov else b)
        rows, columns = param.shape
        scale = 0.2 * math.sqrt(max(rows, columns)) if self.match_adamw else math.sqrt(max(1, rows / columns))
        param.mul_(1 - self.lr * self.weight_decay)
        param.add_(u, alpha=-self.lr * scale)

    def orthogonal(self, u):
        x = u.double()
        wide = x if x.shape[0] <= x.shape[1] else x.t()
        wide = wide / wide.norm().clamp(min=self.eps)
        for _ in range(self.steps):
            gram = wide @ wide.t()
            wide = 3.4445 * wide + (-4.7750 * gram + 2.0315 * gram @ gram) @ wide
        return (wide if x.shape[0] <= x.shape[1] else wide.t()).float()
