// SPDX-License-Identifier: GPL-3.0-or-later
// Reads pages of HTML for tests, with the explanation of the reading.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include <gtest/gtest.h>

#include "indexer/extract/understand.h"

namespace newsindex {

inline Understanding understanding_of(std::string html, Record record = {}) {
  record.format = RecordFormat::html;
  record.bytes = std::move(html);
  UnderstandOptions options;
  options.explain = true;
  options.today = std::chrono::year{2026} / 1 / 1;
  return understand(record, options);
}

inline Understood read(std::string html, Record record = {}) {
  auto understanding = understanding_of(std::move(html), std::move(record));
  if (const auto* reject = std::get_if<Reject>(&understanding)) {
    ADD_FAILURE() << reject->reason;
    return {};
  }
  return std::get<Understood>(std::move(understanding));
}

inline std::string reason_of(std::string html) {
  const auto understanding = understanding_of(std::move(html));
  const auto* reject = std::get_if<Reject>(&understanding);
  return reject == nullptr ? "" : reject->reason;
}

inline std::string body_of(const std::string& html) { return read(html).article.body; }

// A page of one article, with this head, and with `around` in front of the text.
inline std::string page(const std::string& head, const std::string& around = "") {
  return "<html><head>" + head + "</head><body>" + around +
         "<div><p>The city council of Hafenstadt voted for the new tram line on Tuesday evening, "
         "after a debate of six hours.</p><p>Work begins in autumn, the mayor said, and it will "
         "take four years to finish.</p></div></body></html>";
}

}  // namespace newsindex
