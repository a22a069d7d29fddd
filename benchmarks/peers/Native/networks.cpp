// libtorch behind a few C functions: a perceptron with ReLU between its layers, its training step, a matrix product.
#include <torch/torch.h>
#include <cmath>
#include <string>
#include <vector>

namespace {

struct Network {
    std::vector<torch::nn::Linear> layers;
    std::unique_ptr<torch::optim::Optimizer> optimizer;
    at::Tensor inputs, labels;
    float sink = 0;

    at::Tensor outputs() {
        at::Tensor x = inputs;
        for (size_t i = 0; i < layers.size(); i++) {
            x = layers[i]->forward(x);
            if (i + 1 < layers.size()) x = x.relu_();
        }
        return x;
    }
};

}

extern "C" void actgen_peers_threads(int threads) { at::set_num_threads(threads); }

extern "C" Network* actgen_peers_create(const int* widths, int count, float* inputs, int64_t* labels, int rows, const char* optimizer) {
    auto* network = new Network;
    std::vector<at::Tensor> parameters;
    for (int i = 0; i + 1 < count; i++) {
        network->layers.push_back(torch::nn::Linear(widths[i], widths[i + 1]));
        for (auto& p : network->layers.back()->parameters()) parameters.push_back(p);
    }
    if (std::string(optimizer) == "adam") network->optimizer = std::make_unique<torch::optim::Adam>(parameters, torch::optim::AdamOptions(1e-3));
    else network->optimizer = std::make_unique<torch::optim::SGD>(parameters, torch::optim::SGDOptions(1e-3));
    network->inputs = at::from_blob(inputs, {rows, widths[0]}, at::kFloat);
    network->labels = at::from_blob(labels, {rows}, at::kLong);
    return network;
}

// Results are consumed: nothing may be left out because nobody reads it.
extern "C" void actgen_peers_forward(Network* network, int times) {
    c10::InferenceMode guard;
    for (int i = 0; i < times; i++) network->sink += network->outputs().data_ptr<float>()[0];
}

extern "C" void actgen_peers_step(Network* network, int times) {
    for (int i = 0; i < times; i++) {
        network->optimizer->zero_grad();
        at::Tensor loss = at::cross_entropy_loss(network->outputs(), network->labels);
        loss.backward();
        network->optimizer->step();
        network->sink += loss.item<float>();
    }
}

extern "C" void actgen_peers_multiply(float* a, float* b, float* c, int rows, int inner, int columns, int times) {
    c10::InferenceMode guard;
    at::Tensor left = at::from_blob(a, {rows, inner}, at::kFloat), right = at::from_blob(b, {inner, columns}, at::kFloat), product = at::from_blob(c, {rows, columns}, at::kFloat);
    for (int i = 0; i < times; i++) at::mm_out(product, left, right);
}

extern "C" void actgen_peers_free(Network* network) { delete network; }

extern "C" const char* actgen_peers_version() { return TORCH_VERSION; }
