#!/usr/bin/env bash
# Builds the shim that makes libtorch a peer of the benchmarks. Debian: apt-get install g++ libtorch-dev
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")"
mkdir -p ../../artifacts
g++ -O2 -std=c++17 -shared -fPIC shim.cpp -o ../../artifacts/libactgen_torch.so -ltorch -ltorch_cpu -lc10
echo "artifacts/libactgen_torch.so is built"
