// SPDX-License-Identifier: GPL-3.0-or-later
// Shows what a loss of power leaves of a folder: replays the trace of recorder.cpp on a simulated
// disk. On this disk, the bytes of a file are safe once the file was synced, and a name is safe
// once its folder was synced.
//
//   replay syncs TRACE                              prints the number of syncs
//   replay cut TRACE FOLDER BEFORE OUT SYNC MODE    power is lost before sync number SYNC (from 1;
//   the number of syncs plus 1: at the end)
//
// FOLDER is the recorded folder, BEFORE a copy of it from before the recording, OUT is made. MODE
// says what survives besides what is safe:
//   least   nothing
//   names   all new, changed and removed names, but no byte
//   last    only the last new or changed name, and no byte
//   all     everything, as if the program was killed and the power stayed on
//   NUMBER  a random choice, with this seed, of the names and of the 4096-byte pages
#include <algorithm>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPage = 4096;

struct Step {
  char op = 0;
  std::uint64_t inode = 0;
  std::size_t offset = 0;
  std::string path;
  std::string second;
  std::string bytes;
};

// A write to a part of a page, or a cut to `offset` bytes.
struct FileChange {
  bool is_cut = false;
  std::size_t offset = 0;
  std::string bytes;
};

struct Node;

// A name that a folder gets or loses. A rename removes the old name only if the new name has
// survived.
struct NameChange {
  std::size_t number = 0;
  std::string name;
  Node* node = nullptr;  // nullptr: the name is removed
  // For the old name of a rename: the number of the change that gives the new name.
  std::optional<std::size_t> with;
};

struct Node {
  bool is_folder = false;
  std::string safe;
  std::vector<FileChange> unsafe;
  std::map<std::string, Node*> safe_names;
  std::map<std::string, Node*> names;  // as the program sees them
  std::vector<NameChange> unsafe_names;
};

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool read_step(std::istream& in, Step& step) {
  std::size_t bytes = 0;
  std::size_t length = 0;
  std::size_t second = 0;
  if (!(in >> step.op >> step.inode >> step.offset >> bytes >> length >> second)) return false;
  in.get();
  const auto take = [&in](std::string& text, std::size_t size) {
    text.resize(size);
    in.read(text.data(), static_cast<std::streamsize>(size));
  };
  take(step.path, length);
  take(step.second, second);
  take(step.bytes, bytes);
  return in.good();
}

void put(const FileChange& change, std::string& bytes) {
  if (change.is_cut) {
    bytes.resize(change.offset);
    return;
  }
  bytes.resize(std::max(bytes.size(), change.offset + change.bytes.size()));
  bytes.replace(change.offset, change.bytes.size(), change.bytes);
}

void put(const NameChange& change, std::map<std::string, Node*>& names) {
  if (change.node == nullptr)
    names.erase(change.name);
  else
    names[change.name] = change.node;
}

class Disk {
 public:
  Disk(std::string folder, const fs::path& before)
      : folder_(std::move(folder)), root_(load(before)) {}

  void carry_out(const Step& step);

  // Decides whether a change that is not safe survives.
  struct Survival {
    std::function<bool(const NameChange&)> name;
    std::function<bool()> page;
  };
  void write(const fs::path& out, const Survival& survival);
  std::size_t last_unsafe_name() const;

 private:
  Node* new_node(bool is_folder);
  Node* load(const fs::path& path);
  Node* find(const std::string& path);
  Node& parent_of(const std::string& path);
  std::size_t change_name(const std::string& path, Node* node,
                          std::optional<std::size_t> with = {});
  void open(const Step& step);
  void add_pages(Node& node, const Step& step);
  void rename(const Step& step);
  void sync(Node& node);
  void write(const Node& node, const fs::path& out, const Survival& survival,
             const std::set<std::size_t>& come) const;

  const std::string folder_;
  std::deque<Node> nodes_;
  Node* const root_;
  std::map<std::uint64_t, Node*> by_inode_;
  std::size_t next_number_ = 0;
  std::set<std::size_t> safe_numbers_;
};

Node* Disk::new_node(bool is_folder) {
  nodes_.emplace_back().is_folder = is_folder;
  return &nodes_.back();
}

Node* Disk::load(const fs::path& path) {
  Node* const node = new_node(fs::is_directory(path));
  if (node->is_folder)
    for (const fs::directory_entry& entry : fs::directory_iterator(path))
      node->safe_names[entry.path().filename().string()] = load(entry.path());
  else
    node->safe = read_file(path);
  node->names = node->safe_names;
  return node;
}

Node* Disk::find(const std::string& path) {
  Node* node = root_;
  for (const fs::path& part : fs::path(path).lexically_relative(folder_)) {
    if (part == "." || part.empty()) continue;
    const auto found = node->names.find(part.string());
    if (found == node->names.end()) return nullptr;
    node = found->second;
  }
  return node;
}

Node& Disk::parent_of(const std::string& path) {
  Node* const parent = find(fs::path(path).parent_path().string());
  if (parent == nullptr) throw std::runtime_error("no folder for " + path);
  return *parent;
}

std::size_t Disk::change_name(const std::string& path, Node* node,
                              std::optional<std::size_t> with) {
  Node& parent = parent_of(path);
  parent.unsafe_names.push_back({next_number_, fs::path(path).filename().string(), node, with});
  put(parent.unsafe_names.back(), parent.names);
  return next_number_++;
}

void Disk::open(const Step& step) {
  Node* node = find(step.path);
  if (node == nullptr) change_name(step.path, node = new_node(false));
  by_inode_[step.inode] = node;
  if (!step.bytes.empty()) node->unsafe.push_back({true, 0, {}});
}

void Disk::add_pages(Node& node, const Step& step) {
  for (std::size_t done = 0; done < step.bytes.size();) {
    const std::size_t at = step.offset + done;
    const std::size_t size = std::min(kPage - at % kPage, step.bytes.size() - done);
    node.unsafe.push_back({false, at, step.bytes.substr(done, size)});
    done += size;
  }
}

void Disk::rename(const Step& step) {
  Node* const node = find(step.path);
  const std::size_t number = change_name(step.second, node);
  if (step.op == 'R') change_name(step.path, nullptr, number);
}

void Disk::sync(Node& node) {
  for (const FileChange& change : node.unsafe) put(change, node.safe);
  node.unsafe.clear();
  std::erase_if(node.unsafe_names, [&](const NameChange& change) {
    if (change.with && !safe_numbers_.contains(*change.with)) return false;
    safe_numbers_.insert(change.number);
    put(change, node.safe_names);
    return true;
  });
}

void Disk::carry_out(const Step& step) {
  const auto node = [&]() -> Node& { return *by_inode_.at(step.inode); };
  switch (step.op) {
    case 'O': return open(step);
    case 'D': return void(change_name(step.path, new_node(true)));
    case 'W': return add_pages(node(), step);
    case 'T': return node().unsafe.push_back({true, step.offset, {}});
    case 'R':
    case 'L': return rename(step);
    case 'U': return void(change_name(step.path, nullptr));
    case 'S': return sync(node());
    default: throw std::runtime_error(std::string("unknown step ") + step.op);
  }
}

std::size_t Disk::last_unsafe_name() const {
  std::size_t last = SIZE_MAX;
  for (const Node& node : nodes_)
    for (const NameChange& change : node.unsafe_names)
      if (change.node != nullptr && (last == SIZE_MAX || change.number > last))
        last = change.number;
  return last;
}

void Disk::write(const fs::path& out, const Survival& survival) {
  std::set<std::size_t> come = safe_numbers_;
  for (const Node& node : nodes_)
    for (const NameChange& change : node.unsafe_names)
      if (survival.name(change)) come.insert(change.number);
  write(*root_, out, survival, come);
}

void Disk::write(const Node& node, const fs::path& out, const Survival& survival,
                 const std::set<std::size_t>& come) const {
  if (!node.is_folder) {
    std::string bytes = node.safe;
    for (const FileChange& change : node.unsafe)
      if (survival.page()) put(change, bytes);
    std::ofstream(out, std::ios::binary) << bytes;
    return;
  }
  fs::create_directory(out);
  auto names = node.safe_names;
  for (const NameChange& change : node.unsafe_names)
    if (come.contains(change.with.value_or(change.number))) put(change, names);
  for (const auto& [name, child] : names) write(*child, out / name, survival, come);
}

Disk::Survival survival_of(const std::string& mode, const Disk& disk) {
  const auto yes = [] { return true; };
  const auto no = [] { return false; };
  if (mode == "least") return {[](const NameChange&) { return false; }, no};
  if (mode == "names") return {[](const NameChange&) { return true; }, no};
  if (mode == "all") return {[](const NameChange&) { return true; }, yes};
  if (mode == "last") {
    const std::size_t last = disk.last_unsafe_name();
    return {[last](const NameChange& change) { return change.number == last; }, no};
  }
  const auto random = std::make_shared<std::mt19937>(static_cast<unsigned>(std::stoul(mode)));
  return {[random](const NameChange&) { return ((*random)() & 1u) != 0; },
          [random] { return ((*random)() & 1u) != 0; }};
}

std::size_t count_syncs(const std::string& trace) {
  std::ifstream in(trace, std::ios::binary);
  std::size_t syncs = 0;
  for (Step step; read_step(in, step);) syncs += step.op == 'S' ? 1 : 0;
  return syncs;
}

void cut(const std::vector<std::string>& arguments) {
  std::ifstream in(arguments[1], std::ios::binary);
  Disk disk(arguments[2], arguments[3]);
  std::size_t left = std::stoul(arguments[5]);
  for (Step step; read_step(in, step);) {
    if (step.op == 'S' && --left == 0) break;
    disk.carry_out(step);
  }
  disk.write(arguments[4], survival_of(arguments[6], disk));
}

}  // namespace

int main(int count, char** values) try {
  const std::vector<std::string> arguments(values + 1, values + count);
  if (arguments.size() == 2 && arguments[0] == "syncs")
    std::cout << count_syncs(arguments[1]) << '\n';
  else if (arguments.size() == 7 && arguments[0] == "cut")
    cut(arguments);
  else
    return std::cerr << "usage: see the head of replay.cpp\n", 2;
  return 0;
} catch (const std::exception& error) {
  std::cerr << "replay: " << error.what() << '\n';
  return 1;
}
