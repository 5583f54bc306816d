// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/resolve_lists.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "indexer/enrich/entities/resolve_text.h"
#include "schema/error.h"

namespace newsindex {
namespace {

void split(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  for (;;) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return;
    line.remove_prefix(tab + 1);
  }
}

bool for_capitals_only(std::string_view name) {
  const auto letters = std::count_if(name.begin(), name.end(), [](char c) { return c != '.'; });
  return letters <= 3 && !has_small_letters(name);
}

}  // namespace

std::string read_list(const std::filesystem::path& path) {
  std::error_code failure;
  const auto size = std::filesystem::file_size(path, failure);
  std::ifstream file(path, std::ios::binary);
  std::string text(failure ? 0 : static_cast<std::size_t>(size), '\0');
  if (failure || !file.read(text.data(), static_cast<std::streamsize>(text.size())))
    throw Error(ExitCode::config,
                "cannot read " + path.string() + "; it is installed with newsindex");
  return text;
}

void refuse_row(const std::filesystem::path& path, std::size_t line, const std::string& why) {
  throw Error(ExitCode::config, path.string() + ", line " + std::to_string(line) + ": " + why);
}

void each_row(const std::filesystem::path& path, std::string_view text, std::size_t columns,
              const std::function<void(const ListRow&)>& take) {
  std::vector<std::string_view> cells;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t size = std::min(text.find('\n'), text.size());
    const std::string_view row = text.substr(0, size);
    text.remove_prefix(std::min(size + 1, text.size()));
    if (row.empty() || row.front() == '#') continue;
    split(row, cells);
    if (cells.size() != columns)
      refuse_row(path, line,
                 std::to_string(cells.size()) + " cells instead of " + std::to_string(columns));
    take({line, cells});
  }
}

std::uint64_t NameIndex::hash_of(std::string_view name) { return name_key_digest(name); }

void NameIndex::add(std::string_view name, std::uint32_t number) {
  if (2 * (used_ + 1) > slots_.size()) grow();
  put({hash_of(name), number, for_capitals_only(name) ? 2U : 1U});
}

void NameIndex::put(Slot slot) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = slot.hash & mask;
  for (; slots_[at].state != 0; at = (at + 1) & mask)
    if (slots_[at].hash == slot.hash && slots_[at].number == slot.number) {
      slots_[at].state = std::min(slots_[at].state, slot.state);
      return;
    }
  slots_[at] = slot;
  ++used_;
}

void NameIndex::grow() {
  const std::vector<Slot> old =
      std::exchange(slots_, std::vector<Slot>(std::max<std::size_t>(64, 2 * slots_.size())));
  used_ = 0;
  for (const Slot& slot : old)
    if (slot.state != 0) put(slot);
}

}  // namespace newsindex
