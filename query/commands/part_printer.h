// SPDX-License-Identifier: GPL-3.0-or-later
// Prints an answer in parts, so that memory does not grow with it.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <unordered_set>

#include "query/answer/answer.h"
#include "query/commands/output_choice.h"
#include "query/search/search.h"
#include "schema/archive/archive.h"

namespace newsindex {

inline constexpr std::size_t kHitsInPart = 256;

class PartPrinter {
 public:
  using ToAnswer = std::function<Answer(const SearchAnswer& part)>;

  // `output` must outlive the printer. Nothing is printed before the first part.
  PartPrinter(std::ostream& out, const OutputChoice& output, const Style& style)
      : out_(out), output_(output), style_(style) {}

  // Runs the search and prints its answer; returns the number of matches. May be called again after
  // a damaged segment was found and left out: hits that were already printed under this name are
  // not printed twice.
  std::uint64_t print(Archive& archive, const SearchRequest& request, const std::string& name,
                      const ToAnswer& to_answer);

  // Ends the output: no answer follows those that were printed.
  void close();

 private:
  std::ostream& out_;
  const OutputChoice& output_;
  Style style_;
  std::optional<Answer> last_;                 // the last answer without its rows
  std::unordered_set<std::uint64_t> printed_;  // digests of the answer's name and an id
};

}  // namespace newsindex
