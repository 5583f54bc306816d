// SPDX-License-Identifier: GPL-3.0-or-later
// The terms of a segment for local search: which articles have a term and how often, and the words
// of each article in order. The file holds the same as Xapian's posting lists (except terms that
// two articles hardly ever share: ids, addresses, stories), in a layout that is fast to read. It
// also holds the positions, which Xapian's database does not have. It can be rebuilt from the
// stored articles.
//
// The words of an article are a list of codes, one for each token: title, gap, lead (if the body
// does not contain it), gap, body, with gaps between paragraphs. Frequent words have small codes.
// Positions count tokens. kGap stands between texts and paragraphs, so that no phrase spans them.
// kSamePlace stands before a token that is another spelling at the place of the previous one
// (o'brien: o, kSamePlace, obrien, brien; Köln in English: koln, kSamePlace, koeln).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/segment/columns.h"
#include "schema/segment/section_file.h"

namespace newsindex {

using WordCode = std::uint32_t;
inline constexpr WordCode kGap = 0;
inline constexpr WordCode kSamePlace = 1;
inline constexpr WordCode kFirstWord = 2;

// The articles of a term, ascending, and its frequency in each (0 for terms that only filter).
struct Postings {
  std::vector<Docid> docids;
  std::vector<std::uint32_t> frequencies;  // within-document frequencies, as many as docids
  void clear() {
    docids.clear();
    frequencies.clear();
  }
};

// The dictionary's entry for a term.
struct TermEntry {
  std::uint32_t articles = 0;  // number of articles that have it; never 0
  WordCode code = 0;           // code in the lists of words; 0: it is not a word of a text
  bool only_filters = false;   // all frequencies are 0
  bool in_dictionary = false;  // the list of postings is short and stored in the dictionary
  std::string_view list;       // encoded postings
};

class TermCursor;

// Thread-safe. Each part has a checksum that is verified when the part is read; a damaged part
// throws Error(internal) naming the file.
class Terms {
 public:
  // Takes the folder of a segment and the number of its articles. Throws as SectionFile does.
  Terms(const std::filesystem::path& folder, std::uint64_t articles);

  std::uint64_t articles() const { return file_.articles(); }

  std::optional<TermEntry> find(std::string_view term) const;

  // A cursor that stands before the first term that begins with `prefix`.
  TermCursor begin(std::string_view prefix = {}) const;

  // Reads all postings of a term.
  void read(const TermEntry& entry, Postings& postings) const;

  // Reads only the postings of articles in `among` (ascending); skips blocks without such articles.
  void read_among(const TermEntry& entry, std::span<const Docid> among, Postings& postings) const;

  // Reads the words of an article.
  void read_words(Docid docid, std::vector<WordCode>& words) const;

  // The words in encoded form (LEB128, see term_sections.h), for callers that look for few of them.
  std::string_view encoded_words(Docid docid) const;

  // Prefetches the first bytes of an article's words, for a caller that reads them soon.
  void prefetch_words(Docid docid) const;

  // One more than the largest code.
  WordCode codes() const { return codes_; }

  void verify() const { file_.verify(); }

 private:
  friend class TermCursor;
  std::size_t blocks() const { return block_starts_.size() - 1; }
  std::string_view first_term(std::size_t block) const;
  std::string_view block(std::size_t block) const;
  std::string_view checked_list(const TermEntry& entry) const;

  SectionFile file_;
  std::span<const std::uint64_t> block_starts_;  // by block, and the end: offset in dictionary_
  std::span<const std::uint64_t> list_starts_;   // by block: offset of its lists in lists_
  std::span<const std::uint32_t> first_starts_;  // by block, and the end: offset in first_terms_
  std::string_view first_terms_;
  std::string_view dictionary_;
  std::string_view lists_;
  WordCode codes_ = 0;
};

// Iterates over the terms that begin with a prefix, in the order of their bytes:
//   for (TermCursor cursor = terms.begin("XPER"); cursor.next();) use(cursor.term());
class TermCursor {
 public:
  // Moves to the next term; false at the end.
  bool next();

  const std::string& term() const { return term_; }  // valid until next()
  const TermEntry& entry() const { return entry_; }

 private:
  friend class Terms;
  TermCursor(const Terms& terms, std::string prefix) : terms_(&terms), prefix_(std::move(prefix)) {}
  bool read_next();
  void enter(std::size_t block);

  const Terms* terms_;
  std::string prefix_;
  std::size_t block_ = 0;
  std::string_view rest_;  // unread bytes of the block
  std::uint64_t list_at_ = 0;
  std::string term_;
  TermEntry entry_;
  bool is_ahead_ = false;  // term_ is already the next term
};

}  // namespace newsindex
