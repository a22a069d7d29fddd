// libtorch behind a few C functions: a perceptron with ReLU between its layers, a small convolutional network, their training steps, a matrix product, a convolution.
#include <torch/torch.h>
#include <cmath>
#include <string>
#include <vector>

namespace {

struct Network {
    std::vector<at::Tensor> parameters;
    std::unique_ptr<torch::optim::Optimizer> optimizer;
    at::Tensor inputs, labels;
    float sink = 0;

    virtual ~Network() = default;
    virtual at::Tensor outputs() = 0;

    template <typename Layer> Layer with(Layer layer) {
        for (auto& p : layer->parameters()) parameters.push_back(p);
        return layer;
    }

    void prepare(float* values, std::vector<int64_t> shape, int64_t* classes, const char* name) {
        if (std::string(name) == "adam") optimizer = std::make_unique<torch::optim::Adam>(parameters, torch::optim::AdamOptions(1e-3));
        else optimizer = std::make_unique<torch::optim::SGD>(parameters, torch::optim::SGDOptions(1e-3));
        inputs = at::from_blob(values, shape, at::kFloat);
        labels = at::from_blob(classes, {shape[0]}, at::kLong);
    }
};

struct Perceptron : Network {
    std::vector<torch::nn::Linear> layers;

    at::Tensor outputs() override {
        at::Tensor x = inputs;
        for (size_t i = 0; i < layers.size(); i++) {
            x = layers[i]->forward(x);
            if (i + 1 < layers.size()) x = x.relu_();
        }
        return x;
    }
};

// 1 x 28 x 28, convolutions of 8 and 16 filters of 3 x 3 with ReLU and pools of 2 x 2, dense 10.
struct Convolutional : Network {
    torch::nn::Conv2d first = with(torch::nn::Conv2d(torch::nn::Conv2dOptions(1, 8, 3))), second = with(torch::nn::Conv2d(torch::nn::Conv2dOptions(8, 16, 3)));
    torch::nn::Linear last = with(torch::nn::Linear(400, 10));

    at::Tensor outputs() override {
        at::Tensor x = at::max_pool2d(first->forward(inputs).relu_(), {2, 2});
        x = at::max_pool2d(second->forward(x).relu_(), {2, 2});
        return last->forward(x.flatten(1));
    }
};

struct Convolution {
    at::Tensor input, weights, bias, gradient;
    int64_t padding;
    float sink = 0;

    at::Tensor output() { return at::conv2d(input, weights, bias, 1, padding); }
};

}

extern "C" void actgen_peers_threads(int threads) { at::set_num_threads(threads); }

extern "C" Network* actgen_peers_create(const int* widths, int count, float* inputs, int64_t* labels, int rows, const char* optimizer) {
    auto* network = new Perceptron;
    for (int i = 0; i + 1 < count; i++) network->layers.push_back(network->with(torch::nn::Linear(widths[i], widths[i + 1])));
    network->prepare(inputs, {rows, widths[0]}, labels, optimizer);
    return network;
}

extern "C" Network* actgen_peers_create_convolutional(float* inputs, int64_t* labels, int rows, const char* optimizer) {
    auto* network = new Convolutional;
    network->prepare(inputs, {rows, 1, 28, 28}, labels, optimizer);
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

// Images and filters lie channels-last where that is asked for.
extern "C" Convolution* actgen_peers_create_convolution(int images, int channels, int size, int filters, int kernel, int padding, int channelsLast) {
    auto* c = new Convolution;
    auto order = channelsLast ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous;
    c->padding = padding;
    c->input = at::rand({images, channels, size, size}).contiguous(order).set_requires_grad(true);
    c->weights = at::rand({filters, channels, kernel, kernel}).contiguous(order).set_requires_grad(true);
    c->bias = at::rand({filters}).set_requires_grad(true);
    int positions = size + 2 * padding - kernel + 1;
    c->gradient = at::rand({images, filters, positions, positions}).contiguous(order);
    return c;
}

extern "C" void actgen_peers_convolve(Convolution* c, int times) {
    c10::InferenceMode guard;
    for (int i = 0; i < times; i++) c->sink += c->output().data_ptr<float>()[0];
}

extern "C" void actgen_peers_convolve_both(Convolution* c, int times) {
    for (int i = 0; i < times; i++) {
        auto gradients = torch::autograd::grad({c->output()}, {c->input, c->weights, c->bias}, {c->gradient});
        c->sink += gradients[0].data_ptr<float>()[0] + gradients[1].data_ptr<float>()[0];
    }
}

extern "C" void actgen_peers_free_convolution(Convolution* c) { delete c; }

extern "C" const char* actgen_peers_version() { return TORCH_VERSION; }
