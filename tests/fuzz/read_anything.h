// SPDX-License-Identifier: GPL-3.0-or-later
// Code that the fuzz target of the readers and the test of its seeds share.
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/understand.h"
#include "indexer/readers/bytes.h"
#include "indexer/readers/read_bytes.h"
#include "indexer/readers/reader.h"

namespace newsindex {

inline void must_say_why(const Reject& reject) {
  if (reject.reason.empty()) std::abort();
}

// A record is an article, or a reject with a reason; anything else ends the program. True if it is
// an article.
inline bool understand_anything(const Record& record) {
  const Understanding understanding = understand(record, {});
  if (const auto* reject = std::get_if<Reject>(&understanding)) {
    must_say_why(*reject);
    return false;
  }
  const Article& article = std::get<Understood>(understanding).article;
  if (article.id.empty() || (article.title.empty() && article.body.empty())) std::abort();
  return true;
}

// Any bytes are records, rejects, or both. Returns the number of articles.
inline std::size_t read_anything(std::string_view bytes) {
  ReadLimits limits;
  limits.record_bytes = 1u << 20;
  limits.grace_bytes = 4u << 20;
  limits.expansion = 20;
  std::size_t articles = 0;
  const SourceFile file{"fuzz", bytes.size(), 0};
  const std::function<bool(Record)> take = [&](const Record& record) {
    articles += understand_anything(record);
    return true;
  };
  const std::function<void(Reject)> reject = must_say_why;
  RecordSink sink(file, limits, take, reject);
  MemoryBytes memory(bytes);
  read_bytes(memory, {0, file.path}, sink);
  return articles;
}

}  // namespace newsindex
