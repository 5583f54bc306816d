// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/segment/terms.h"

#include <algorithm>
#include <cstring>

#include "schema/segment/term_sections.h"

namespace newsindex {
namespace {

constexpr std::size_t kDigestBytes = 4;
constexpr std::size_t kCacheLine = 64;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

struct SkipEntry {
  std::uint32_t last;  // last docid of the block
  std::uint32_t end;   // end of its bytes, from the start of the blocks
};

SkipEntry skip_entry(std::string_view table, std::size_t block) {
  SkipEntry entry{};
  std::memcpy(&entry, table.data() + block * sizeof entry, sizeof entry);
  return entry;
}

std::size_t blocks_of(std::uint32_t postings) { return (postings + kListBlock - 1) / kListBlock; }

// Reads postings one by one.
class Decoder {
 public:
  Decoder(const char* at, Docid before, bool only_filters)
      : at_(at), docid_(before), only_filters_(only_filters) {}
  void next() {
    const std::uint32_t number = next_number(at_);
    if (only_filters_) {
      docid_ += number;
      return;
    }
    docid_ += number >> 1;
    frequency_ = (number & 1) == 0 ? 1 : next_number(at_);
  }
  Docid docid() const { return docid_; }
  std::uint32_t frequency() const { return frequency_; }

 private:
  const char* at_;
  Docid docid_;
  bool only_filters_;
  std::uint32_t frequency_ = 0;
};

// Reads `count` postings and keeps those whose articles are in `among`, from index `wanted` on.
void read_run(Decoder decoder, std::size_t count, std::span<const Docid> among, std::size_t& wanted,
              Postings& postings) {
  for (std::size_t i = 0; i < count && wanted < among.size(); ++i) {
    decoder.next();
    while (wanted < among.size() && among[wanted] < decoder.docid()) ++wanted;
    if (wanted == among.size() || among[wanted] != decoder.docid()) continue;
    postings.docids.push_back(decoder.docid());
    postings.frequencies.push_back(decoder.frequency());
  }
}

}  // namespace

Terms::Terms(const std::filesystem::path& folder, std::uint64_t articles)
    : file_(folder / kTermsName, SectionKind::terms, articles),
      block_starts_(file_.array<std::uint64_t>(TermSection::block_starts)),
      list_starts_(file_.array<std::uint64_t>(TermSection::list_starts)),
      first_starts_(file_.array<std::uint32_t>(TermSection::first_starts)),
      first_terms_(file_.section(TermSection::first_terms)),
      dictionary_(file_.section_unchecked(TermSection::dictionary)),
      lists_(file_.section_unchecked(TermSection::lists)),
      codes_(file_.array<WordCode>(TermSection::totals)[0]) {
  if (block_starts_.empty() || first_starts_.size() != block_starts_.size() ||
      list_starts_.size() != blocks())
    file_.throw_damaged("its dictionary has a wrong length");
}

std::string_view Terms::first_term(std::size_t block) const {
  return first_terms_.substr(first_starts_[block], first_starts_[block + 1] - first_starts_[block]);
}

std::string_view Terms::block(std::size_t block) const {
  const std::string_view bytes =
      dictionary_.substr(block_starts_[block], block_starts_[block + 1] - block_starts_[block]);
  if (bytes.size() < kDigestBytes ||
      number_at(bytes, 0) != short_digest(bytes.substr(kDigestBytes)))
    file_.throw_damaged("a part of its dictionary has a wrong checksum");
  return bytes.substr(kDigestBytes);
}

std::optional<TermEntry> Terms::find(std::string_view term) const {
  TermCursor cursor = begin(term);
  if (!cursor.next() || cursor.term() != term) return std::nullopt;
  return cursor.entry();
}

TermCursor Terms::begin(std::string_view prefix) const {
  TermCursor cursor(*this, std::string(prefix));
  std::size_t low = 0;
  std::size_t high = blocks();
  while (low < high) {  // finds the first block whose first term is after the prefix
    const std::size_t middle = (low + high) / 2;
    if (first_term(middle) <= prefix)
      low = middle + 1;
    else
      high = middle;
  }
  cursor.enter(low == 0 ? 0 : low - 1);
  while (cursor.read_next())
    if (cursor.term_ >= prefix) {
      cursor.is_ahead_ = true;
      break;
    }
  return cursor;
}

std::string_view Terms::checked_list(const TermEntry& entry) const {
  if (entry.in_dictionary) return entry.list;
  const std::string_view list = entry.list;
  if (list.size() < kDigestBytes || number_at(list, 0) != short_digest(list.substr(kDigestBytes)))
    file_.throw_damaged("a list of postings has a wrong checksum");
  return list.substr(kDigestBytes);
}

void Terms::read(const TermEntry& entry, Postings& postings) const {
  postings.clear();
  std::string_view list = checked_list(entry);
  if (entry.articles > kListBlock)
    list.remove_prefix(blocks_of(entry.articles) * sizeof(SkipEntry));
  postings.docids.resize(entry.articles);
  postings.frequencies.resize(entry.articles);
  const char* at = list.data();
  Docid docid = 0;
  if (entry.only_filters) {
    for (Docid& each : postings.docids) each = docid += next_number(at);
    return;
  }
  for (std::size_t i = 0; i < entry.articles; ++i) {
    const std::uint32_t number = next_number(at);
    docid += number >> 1;
    postings.docids[i] = docid;
    postings.frequencies[i] = (number & 1) == 0 ? 1 : next_number(at);
  }
}

void Terms::read_among(const TermEntry& entry, std::span<const Docid> among,
                       Postings& postings) const {
  postings.clear();
  std::string_view list = checked_list(entry);
  std::size_t wanted = 0;
  if (entry.articles <= kListBlock) {
    read_run(Decoder(list.data(), 0, entry.only_filters), entry.articles, among, wanted, postings);
    return;
  }
  const std::size_t blocks = blocks_of(entry.articles);
  const std::string_view skips = list.substr(0, blocks * sizeof(SkipEntry));
  const char* data = list.data() + skips.size();
  SkipEntry before{0, 0};
  for (std::size_t block = 0; block < blocks && wanted < among.size(); ++block) {
    const SkipEntry skip = skip_entry(skips, block);
    if (among[wanted] <= skip.last) {
      const std::size_t count = std::min(kListBlock, entry.articles - block * kListBlock);
      read_run(Decoder(data + before.end, before.last, entry.only_filters), count, among, wanted,
               postings);
    }
    before = skip;
  }
}

std::string_view Terms::encoded_words(Docid docid) const {
  const auto starts = file_.array<std::uint64_t>(TermSection::word_starts);
  const std::string_view all = file_.section_unchecked(TermSection::words);
  const std::string_view bytes = all.substr(starts[docid - 1], starts[docid] - starts[docid - 1]);
  if (bytes.size() < kDigestBytes ||
      number_at(bytes, 0) != short_digest(bytes.substr(kDigestBytes)))
    file_.throw_damaged("the words of an article have a wrong checksum");
  return bytes.substr(kDigestBytes);
}

void Terms::prefetch_words(Docid docid) const {
  const auto starts = file_.array<std::uint64_t>(TermSection::word_starts);
  const char* const at = file_.section_unchecked(TermSection::words).data() + starts[docid - 1];
  __builtin_prefetch(at);
  __builtin_prefetch(at + kCacheLine);
}

void Terms::read_words(Docid docid, std::vector<WordCode>& words) const {
  const std::string_view bytes = encoded_words(docid);
  words.clear();
  const char* const end = bytes.data() + bytes.size();
  for (const char* at = bytes.data(); at < end;) words.push_back(next_number(at));
}

void TermCursor::enter(std::size_t block) {
  block_ = block;
  rest_ = {};
  if (block_ >= terms_->blocks()) return;
  rest_ = terms_->block(block_);
  list_at_ = terms_->list_starts_[block_];
}

bool TermCursor::read_next() {
  if (rest_.empty()) {
    if (block_ + 1 >= terms_->blocks()) return false;
    enter(block_ + 1);
  }
  const char* at = rest_.data();
  const std::uint32_t shared = next_number(at);
  const std::uint32_t own = next_number(at);
  term_.resize(shared);
  term_.append(at, own);
  at += own;
  entry_.articles = next_number(at);
  const std::uint32_t code = next_number(at);
  entry_.code = code >> 1;
  entry_.only_filters = (code & 1) != 0;
  entry_.in_dictionary = entry_.articles <= kMostInDictionary;
  const std::uint32_t bytes = next_number(at);
  if (entry_.in_dictionary) {
    entry_.list = {at, bytes};
    at += bytes;
  } else {
    entry_.list = terms_->lists_.substr(list_at_, bytes);
    list_at_ += bytes;
  }
  rest_.remove_prefix(static_cast<std::size_t>(at - rest_.data()));
  return true;
}

bool TermCursor::next() {
  if (is_ahead_)
    is_ahead_ = false;
  else if (!read_next())
    return false;
  return term_.starts_with(prefix_);
}

}  // namespace newsindex
