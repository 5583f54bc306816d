// SPDX-License-Identifier: GPL-3.0-or-later
// Converts an article to a Xapian document and back. This defines the format of archives: a change
// needs a new kSchemaVersion and a line in FORMAT.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <xapian.h>

#include "schema/article.h"
#include "schema/sketch.h"

namespace newsindex {

inline constexpr int kSchemaVersion = 5;

// How many times a title word counts in text ranking (the weighted term frequency of BM25F:
// Robertson, Zaragoza, Taylor: Simple BM25 Extension to Multiple Weighted Fields, CIKM 2004).
inline constexpr unsigned kTitleWeight = 3;

// The stored form of an article: tagged, length-prefixed fields; unknown tags are skipped.
std::string encode_article(const Article& article);

// The stored form and the digest (see article_digest) in one call, which is cheaper than two.
struct EncodedArticle {
  std::string bytes;
  std::string digest;
};
EncodedArticle encode_with_digest(const Article& article);

// Throws Error(internal) when the bytes are damaged.
Article decode_article(std::string_view stored);

// A hash of everything in the article but its origin, story, version number and past versions: if
// it is equal, no new copy is needed.
std::string article_digest(const Article& article);

// Decodes stored bytes. Throws Error(internal) when the article does not match its digest (see
// column_digest), so that a damaged article is never written again with a new, matching digest.
Article checked_article(std::string_view stored, std::uint64_t digest);

// Builds documents, and collects from their articles the contents of the files beside the database.
// Keeps the words seen so far, so use one builder for many articles. Not thread-safe.
class DocumentBuilder {
 public:
  DocumentBuilder();
  ~DocumentBuilder();
  DocumentBuilder(DocumentBuilder&&) noexcept;

  // Begins a part of a segment. Its articles get docids from 1, in the order of the calls of build.
  void begin_part();

  // The document of an article: terms, values and the stored article. `sequence` is its ingest
  // sequence. `sketch` is the sketch of its body, if the caller already has it. REQUIRES: the
  // article has an id.
  Xapian::Document build(const Article& article, std::uint64_t sequence = 0,
                         std::optional<Sketch> sketch = std::nullopt);

  // Writes columns, terms and copies of the part's articles into this folder. Throws
  // Error(cannot_create) or Error(io).
  void write_part(const std::filesystem::path& folder);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsindex
