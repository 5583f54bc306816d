// SPDX-License-Identifier: GPL-3.0-or-later
// Records of JSON for tests.
#pragma once

#include <string>
#include <variant>

#include <gtest/gtest.h>

#include "indexer/extract/understand.h"

namespace newsindex {

inline Understanding understanding(const std::string& json, const UnderstandOptions& options = {}) {
  return understand({RecordFormat::json, json, {"file", 3}}, options);
}

inline Article article(const std::string& json, const UnderstandOptions& options = {}) {
  const Understanding result = understanding(json, options);
  if (const auto* reject = std::get_if<Reject>(&result)) {
    ADD_FAILURE() << reject->reason;
    return {};
  }
  return std::get<Understood>(result).article;
}

inline std::string reason(const std::string& json) {
  const Understanding result = understanding(json);
  const auto* reject = std::get_if<Reject>(&result);
  return reject == nullptr ? "understood" : reject->reason;
}

}  // namespace newsindex
