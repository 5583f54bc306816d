// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/json_scanner.h"

#include "schema/text/ascii.h"

namespace newsindex {
namespace {

bool may_precede_object(char c) { return c == '[' || c == ':' || c == ','; }

}  // namespace

bool JsonScanner::starts_another(char c) const {
  return c == '{' && previous_ == '\n' && depth_ > 0 &&
         (in_string_ || !may_precede_object(significant_));
}

bool JsonScanner::step_in_string(char c) {
  if (escaped_)
    escaped_ = false;
  else if (c == '\\')
    escaped_ = true;
  else if (c == '"')
    in_string_ = false;
  return false;
}

bool JsonScanner::step_outside(char c) {
  if (is_space(c)) return false;
  significant_ = c;
  if (c == '"')
    in_string_ = true;
  else if (c == '{' || c == '[')
    ++depth_;
  else if (c == '}' || c == ']')
    return --depth_ == 0;
  return false;
}

bool JsonScanner::step(char c) {
  const bool ends = in_string_ ? step_in_string(c) : step_outside(c);
  previous_ = c;
  return ends;
}

std::size_t JsonScanner::find_end(std::string_view text) {
  for (; at_ < text.size(); ++at_) {
    const char c = text[at_];
    if (c == '{' && starts_another(c)) {
      cut_off_ = true;
      return at_;
    }
    if (step(c)) return ++at_;
  }
  return npos;
}

}  // namespace newsindex
