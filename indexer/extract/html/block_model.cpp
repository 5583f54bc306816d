// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/block_model.h"

#include <charconv>
#include <limits>

#include "indexer/extract/html/block_facts.h"
#include "schema/error.h"

namespace newsindex {
namespace {

constexpr std::string_view kShipped =
#include "html_blocks.inc"
    ;

class Table {
 public:
  explicit Table(std::string_view rest) : rest_(rest) {}

  bool is_at_end() {
    skip_comments();
    return rest_.empty();
  }

  template <typename Number>
  Number next() {
    Number number{};
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    const bool goes_on = error == std::errc() && end != rest_.data() + rest_.size() &&
                         (*end == '\t' || *end == '\n');
    if (!goes_on) throw Error(ExitCode::config, "the model of blocks is no table of numbers");
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()) + 1);
    return number;
  }

 private:
  void skip_comments() {
    while (rest_.starts_with('#'))
      rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size() - 1) + 1);
  }

  std::string_view rest_;
};

template <typename Number>
void append(std::string& table, Number number, char after) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  table.append(digits.data(), end).append(1, after);
}

}  // namespace

float BlockModel::score(std::span<const float> facts) const {
  float sum = bias;
  for (const DecisionTree& tree : trees) sum += tree.leaf[tree.leaf_of(facts)];
  return sum;
}

BlockModel parse_block_model(std::string_view text) {
  Table table(text);
  BlockModel model;
  if (table.is_at_end()) return model;
  model.fewest_blocks = table.next<std::size_t>();
  model.bias = table.next<float>();
  while (!table.is_at_end()) {
    DecisionTree tree;
    for (std::uint16_t& fact : tree.fact) {
      fact = table.next<std::uint16_t>();
      if (fact >= kBlockFacts)
        throw Error(ExitCode::config, "the model of blocks asks for fact " + std::to_string(fact) +
                                          " of " + std::to_string(kBlockFacts));
    }
    for (float& threshold : tree.threshold) threshold = table.next<float>();
    for (float& leaf : tree.leaf) leaf = table.next<float>();
    model.trees.push_back(tree);
  }
  return model;
}

std::string to_table(const BlockModel& model) {
  std::string table = "# See indexer/extract/html/block_model.h; made by scripts/train-models\n";
  append(table, model.fewest_blocks, '\n');
  append(table, model.bias, '\n');
  for (const DecisionTree& tree : model.trees) {
    for (const std::uint16_t fact : tree.fact) append(table, fact, '\t');
    for (const float threshold : tree.threshold) append(table, threshold, '\t');
    for (const float leaf : tree.leaf) append(table, leaf, '\t');
    table.back() = '\n';
  }
  return table;
}

const BlockModel& shipped_block_model() {
  static const BlockModel model = parse_block_model(kShipped);
  return model;
}

}  // namespace newsindex
