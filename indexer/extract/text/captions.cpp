// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/text/captions.h"

namespace newsindex {

bool is_informative(std::string_view caption) {
  constexpr std::size_t kShortest = 40;  // bytes
  const bool sentence = caption.find(". ") != std::string_view::npos ||
                        caption.find_last_of(".!?") + 1 == caption.size() ||
                        caption.find("。") != std::string_view::npos;
  return sentence && caption.size() >= kShortest;
}

}  // namespace newsindex
