#!/usr/bin/env bash
# Fetches the peers. Debian: apt-get install --no-install-recommends g++ libtorch-dev libopenblas0-pthread libdnnl2 npm
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")"
target=../../artifacts/peers
mkdir -p "$target"
# The native library of ONNX Runtime lies in its package for Node; nothing of Node is used.
npm install --silent --ignore-scripts --no-fund --no-audit --prefix "$target" onnxruntime-node@1.30.0
torch=/usr/include/torch/csrc/api/include
g++ -O2 -std=c++17 -shared -fPIC -I"$torch" Native/networks.cpp Native/functions.cpp -o "$target/libactgen_peers.so" -ltorch -ltorch_cpu -lc10
echo "artifacts/peers: ONNX Runtime and libtorch are there"
