// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without libFuzzer, for any compiler, on its seeds and on mutations of them
// that are the same each time. Usage: TARGET_fuzz ROUNDS FOLDER
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::vector<std::string> read_seeds(const char* folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> seeds;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return seeds;
}

std::string mutated(std::string text, const std::vector<std::string>& seeds, std::mt19937& random) {
  const auto below = [&](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
  for (std::size_t edits = 1 + below(6); edits > 0 && !text.empty(); --edits) {
    const std::size_t at = below(text.size());
    switch (below(6)) {
      case 0: text[at] = static_cast<char>(random()); break;
      case 1: text.erase(at, 1 + below(30)); break;
      case 2: text.insert(at, std::string(1 + below(4), "<>&\"'\0\n{}[]"[below(11)])); break;
      case 3: text.insert(at, text.substr(below(text.size()), below(200))); break;
      case 4: text.resize(at); break;
      default: {
        const std::string& other = seeds[below(seeds.size())];
        text.insert(at, other.substr(below(other.size()), below(400)));
      }
    }
  }
  return text;
}

void run_all(int rounds, const char* folder) {
  const std::vector<std::string> seeds = read_seeds(folder);
  if (seeds.empty()) throw std::runtime_error("no seeds");
  for (const std::string& seed : seeds) run(seed);
  std::mt19937 random(7);
  for (int i = 0; i < rounds; ++i) run(mutated(seeds[random() % seeds.size()], seeds, random));
}

}  // namespace

int main(int count, char** arguments) try {
  if (count != 3) throw std::runtime_error("usage: TARGET_fuzz ROUNDS FOLDER");
  run_all(std::stoi(arguments[1]), arguments[2]);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 2;
}
