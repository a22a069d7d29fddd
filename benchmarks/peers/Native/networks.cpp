// libtorch behind a few C functions: a perceptron with ReLU between its layers, a small convolutional network, an LSTM, their training steps, a matrix product, single layers in training.
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

// The last state of an LSTM, and outputs from it where there are classes.
struct Recurrent : Network {
    torch::nn::LSTM layer = nullptr;
    torch::nn::Linear last = nullptr;

    at::Tensor outputs() override {
        at::Tensor state = std::get<0>(std::get<1>(layer->forward(inputs)))[0];
        return last ? last->forward(state) : state;
    }
};

// A layer in training: what it computes from its leaves, and a gradient that comes back.
struct Operator {
    std::vector<at::Tensor> leaves;
    at::Tensor gradient;
    float sink = 0;

    virtual ~Operator() = default;
    virtual at::Tensor output() = 0;

    void leaf(at::Tensor tensor) { leaves.push_back(tensor.set_requires_grad(true)); }

    Operator* prepared(at::MemoryFormat order = at::MemoryFormat::Contiguous) {
        gradient = at::rand_like(output().detach()).contiguous(order);
        return this;
    }
};

struct Convolution : Operator {
    int64_t stride, padding, groups;

    at::Tensor output() override { return at::conv2d(leaves[0], leaves[1], leaves[2], stride, padding, 1, groups); }
};

struct BatchNorm : Operator {
    at::Tensor mean, variance;

    at::Tensor output() override { return at::batch_norm(leaves[0], leaves[1], leaves[2], mean, variance, true, 0.1, 1e-5, false); }
};

struct LayerNorm : Operator {
    at::Tensor output() override { return at::layer_norm(leaves[0], {leaves[0].size(1)}, leaves[1], leaves[2], 1e-5); }
};

struct MaxPool : Operator {
    at::Tensor output() override { return at::max_pool2d(leaves[0], {2, 2}); }
};

at::MemoryFormat memory(int channels_last) { return channels_last ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous; }

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

extern "C" Network* actgen_peers_create_lstm(float* inputs, int64_t* labels, int rows, int steps, int features, int units, int classes, const char* optimizer) {
    auto* network = new Recurrent;
    network->layer = network->with(torch::nn::LSTM(torch::nn::LSTMOptions(features, units).batch_first(true)));
    if (classes > 0) network->last = network->with(torch::nn::Linear(units, classes));
    network->prepare(inputs, {rows, steps, features}, labels, optimizer);
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
extern "C" Operator* actgen_peers_create_convolution(int images, int channels, int size, int filters, int kernel, int stride, int padding, int groups, int channels_last) {
    auto* c = new Convolution;
    c->stride = stride;
    c->padding = padding;
    c->groups = groups;
    c->leaf(at::rand({images, channels, size, size}).contiguous(memory(channels_last)));
    c->leaf(at::rand({filters, channels / groups, kernel, kernel}).contiguous(memory(channels_last)));
    c->leaf(at::rand({filters}));
    return c->prepared(memory(channels_last));
}

extern "C" Operator* actgen_peers_create_batch_norm(int images, int channels, int size, int channels_last) {
    auto* b = new BatchNorm;
    b->mean = at::zeros({channels});
    b->variance = at::ones({channels});
    b->leaf(at::rand({images, channels, size, size}).contiguous(memory(channels_last)));
    b->leaf(at::rand({channels}));
    b->leaf(at::rand({channels}));
    return b->prepared(memory(channels_last));
}

extern "C" Operator* actgen_peers_create_layer_norm(int rows, int features) {
    auto* l = new LayerNorm;
    l->leaf(at::rand({rows, features}));
    l->leaf(at::rand({features}));
    l->leaf(at::rand({features}));
    return l->prepared();
}

extern "C" Operator* actgen_peers_create_max_pool(int images, int channels, int size, int channels_last) {
    auto* p = new MaxPool;
    p->leaf(at::rand({images, channels, size, size}).contiguous(memory(channels_last)));
    return p->prepared(memory(channels_last));
}

extern "C" void actgen_peers_operate(Operator* o, int times) {
    c10::InferenceMode guard;
    for (int i = 0; i < times; i++) o->sink += o->output().data_ptr<float>()[0];
}

extern "C" void actgen_peers_operate_both(Operator* o, int times) {
    for (int i = 0; i < times; i++)
        for (auto& gradient : torch::autograd::grad({o->output()}, o->leaves, {o->gradient})) o->sink += gradient.data_ptr<float>()[0];
}

extern "C" void actgen_peers_free_operator(Operator* o) { delete o; }

extern "C" const char* actgen_peers_version() { return TORCH_VERSION; }
