// libtorch behind three C functions: tensors are made once over the caller's memory, so that only the operators are timed.
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <string>

namespace {

struct Call {
    std::string op;
    at::Tensor x, y, g, dx;
    int64_t columns;
};

void run(Call& c) {
    const std::string& op = c.op;
    if (op == "exp") at::exp_out(c.y, c.x);
    else if (op == "sigmoid") at::sigmoid_out(c.y, c.x);
    else if (op == "tanh") at::tanh_out(c.y, c.x);
    else if (op == "gelu") at::gelu_out(c.y, c.x, "none");
    else if (op == "gelu-tanh") at::gelu_out(c.y, c.x, "tanh");
    else if (op == "silu") at::silu_out(c.y, c.x);
    else if (op == "mish") at::mish_out(c.y, c.x);
    else if (op == "elu") at::elu_out(c.y, c.x);
    else if (op == "relu") at::clamp_min_out(c.y, c.x, 0);
    else if (op == "softplus") at::softplus_out(c.y, c.x);
    else if (op == "softmax") at::_softmax_out(c.y, c.x, 1, false);
    else if (op == "log-softmax") at::_log_softmax_out(c.y, c.x, 1, false);
    else if (op == "sigmoid backward") at::sigmoid_backward_out(c.dx, c.g, c.y);
    else if (op == "tanh backward") at::tanh_backward_out(c.dx, c.g, c.y);
    else if (op == "gelu backward") at::gelu_backward_out(c.dx, c.g, c.x, "none");
    else if (op == "gelu-tanh backward") at::gelu_backward_out(c.dx, c.g, c.x, "tanh");
    else if (op == "silu backward") at::silu_backward_out(c.dx, c.g, c.x);
    // Mish alone has no out form of its gradient: the result of each call is allocated (docs/benchmarks.md says so beside its ratio).
    else if (op == "mish backward") c.dx = at::mish_backward(c.g, c.x);
    else if (op == "elu backward") at::elu_backward_out(c.dx, c.g, 1, 1, 1, true, c.y);
    else if (op == "relu backward") at::threshold_backward_out(c.dx, c.g, c.y, 0);
    else if (op == "softplus backward") at::softplus_backward_out(c.dx, c.g, c.x, 1, 20);
    else if (op == "softmax backward") at::_softmax_backward_data_out(c.dx, c.g, c.y, 1, at::kFloat);
    else if (op == "log-softmax backward") at::_log_softmax_backward_data_out(c.dx, c.g, c.y, 1, at::kFloat);
    else throw std::runtime_error(op);
}

}

extern "C" void* actgen_torch_prepare(const char* op, float* x, float* y, float* g, float* dx, int64_t length, int64_t columns) {
    at::set_num_threads(1);
    auto over = [&](float* p) { return at::from_blob(p, {length / columns, columns}, at::kFloat); };
    c10::InferenceMode guard;
    auto* call = new Call{op, over(x), over(y), over(g), over(dx), columns};
    try {
        run(*call);
        return call;
    } catch (const std::exception&) {
        delete call;
        return nullptr;
    }
}

extern "C" void actgen_torch_run(void* call, int64_t times) {
    c10::InferenceMode guard;
    for (int64_t i = 0; i < times; i++) run(*static_cast<Call*>(call));
}

extern "C" void actgen_torch_free(void* call) { delete static_cast<Call*>(call); }
