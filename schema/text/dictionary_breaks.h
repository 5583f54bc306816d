// SPDX-License-Identifier: GPL-3.0-or-later
// Finds words in scripts without spaces between words, with ICU's dictionaries.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace newsindex {

// Not thread-safe. ICU's dictionaries are loaded by the first call of words().
class DictionaryBreaks {
 public:
  DictionaryBreaks();
  ~DictionaryBreaks();

  // Bytes [start, end) of each word of the run. Valid until the next call.
  const std::vector<std::pair<std::uint32_t, std::uint32_t>>& words(std::string_view run);

 private:
  struct Iterator;
  std::unique_ptr<Iterator> iterator_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> words_;
};

}  // namespace newsindex
