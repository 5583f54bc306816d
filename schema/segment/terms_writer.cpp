// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/segment/terms_writer.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "schema/segment/term_sections.h"

namespace newsindex {
namespace {

using Sources = std::span<TermsSource* const>;

std::string_view bytes_of(const std::uint32_t& number) {
  return {reinterpret_cast<const char*>(&number), sizeof number};
}

// Iterates over the terms of all sources in order: each term once, with the sources that have it.
class Merge {
 public:
  explicit Merge(Sources sources) : sources_(sources) {
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      sources_[i]->rewind();
      push(i);
    }
  }

  bool next() {
    for (const std::size_t source : at_term_) push(source);
    at_term_.clear();
    if (heap_.empty()) return false;
    term_ = sources_[heap_.front()]->term();
    while (!heap_.empty() && sources_[heap_.front()]->term() == term_) {
      std::pop_heap(heap_.begin(), heap_.end(), Later{sources_});
      at_term_.push_back(heap_.back());
      heap_.pop_back();
    }
    return true;
  }

  const std::string& term() const { return term_; }
  const std::vector<std::size_t>& sources() const { return at_term_; }

 private:
  struct Later {
    Sources sources;
    bool operator()(std::size_t a, std::size_t b) const {
      const int order = sources[a]->term().compare(sources[b]->term());
      return order != 0 ? order > 0 : a > b;
    }
  };

  void push(std::size_t source) {
    if (!sources_[source]->next()) return;
    heap_.push_back(source);
    std::push_heap(heap_.begin(), heap_.end(), Later{sources_});
  }

  Sources sources_;
  std::vector<std::size_t> heap_;
  std::vector<std::size_t> at_term_;
  std::string term_;
};

// The codes of the joined segment: frequent words have small codes.
struct Codes {
  std::vector<std::vector<WordCode>> of_source;  // from a source's code to the joined one
  std::vector<WordCode> of_word;                 // by the number of a word in the order of terms
};

Codes assign_codes(Sources sources) {
  Codes codes;
  for (const TermsSource* source : sources) {
    std::vector<WordCode>& of_source = codes.of_source.emplace_back(source->codes());
    for (WordCode code = 0; code < std::min(kFirstWord, source->codes()); ++code)
      of_source[code] = code;
  }
  std::vector<std::uint64_t> frequencies;  // of each word
  for (Merge merge(sources); merge.next();) {
    std::uint64_t frequency = 0;
    bool is_word = false;
    for (const std::size_t source : merge.sources()) {
      frequency += sources[source]->frequency();
      if (sources[source]->code() == 0) continue;
      is_word = true;
      codes.of_source[source][sources[source]->code()] = static_cast<WordCode>(frequencies.size());
    }
    if (is_word) frequencies.push_back(frequency);
  }
  std::vector<std::uint32_t> order(frequencies.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return frequencies[a] > frequencies[b];
  });
  codes.of_word.resize(order.size());
  for (std::uint32_t rank = 0; rank < order.size(); ++rank)
    codes.of_word[order[rank]] = kFirstWord + rank;
  for (std::vector<WordCode>& of_source : codes.of_source)
    for (std::size_t code = kFirstWord; code < of_source.size(); ++code)
      if (!codes.of_word.empty()) of_source[code] = codes.of_word[of_source[code]];
  return codes;
}

bool only_filters(const Postings& postings) {
  return std::all_of(postings.frequencies.begin(), postings.frequencies.end(),
                     [](std::uint32_t frequency) { return frequency == 0; });
}

void append_posting(std::string& out, Docid distance, std::uint32_t frequency) {
  append_varint(out, std::uint64_t{distance} << 1 | (frequency == 1 ? 0u : 1u));
  if (frequency != 1) append_varint(out, frequency);
}

// The encoded postings, without the checksum.
std::string encoded(const Postings& postings, bool only_filters) {
  std::string skips;
  std::string blocks;
  Docid before = 0;
  for (std::size_t i = 0; i < postings.docids.size(); ++i) {
    if (only_filters)
      append_varint(blocks, postings.docids[i] - before);
    else
      append_posting(blocks, postings.docids[i] - before, postings.frequencies[i]);
    before = postings.docids[i];
    const bool ends = (i + 1) % kListBlock == 0 || i + 1 == postings.docids.size();
    if (!ends || postings.docids.size() <= kListBlock) continue;
    skips += bytes_of(before);
    skips += bytes_of(static_cast<std::uint32_t>(blocks.size()));
  }
  return skips + blocks;
}

// Joins the postings of a term from the sources that have it.
class PostingsJoiner {
 public:
  explicit PostingsJoiner(Sources sources) : sources_(sources) {
    Docid before = 0;
    for (const TermsSource* source : sources) {
      before_.push_back(before);
      before += source->articles();
    }
  }

  const Postings& join(const std::vector<std::size_t>& with_term) {
    joined_.clear();
    for (const std::size_t source : with_term) {
      sources_[source]->read(part_);
      for (const Docid docid : part_.docids) joined_.docids.push_back(docid + before_[source]);
      joined_.frequencies.insert(joined_.frequencies.end(), part_.frequencies.begin(),
                                 part_.frequencies.end());
    }
    return joined_;
  }

 private:
  Sources sources_;
  std::vector<Docid> before_;  // number of articles in all previous sources
  Postings part_;
  Postings joined_;
};

// Cuts the dictionary into blocks. The lists are written to a section at once, while the
// dictionary, which is smaller, is kept in memory.
class DictionaryWriter {
 public:
  explicit DictionaryWriter(SectionWriter& writer) : writer_(writer) {}

  void add(std::string_view term, WordCode code, const Postings& postings) {
    if (in_block_ == 0) begin_block(term);
    std::size_t shared = 0;
    while (in_block_ > 0 && shared < std::min(term.size(), last_.size()) &&
           term[shared] == last_[shared])
      ++shared;
    append_varint(block_, shared);
    append_varint(block_, term.size() - shared);
    block_ += term.substr(shared);
    append_varint(block_, postings.docids.size());
    const bool filters = only_filters(postings);
    append_varint(block_, std::uint64_t{code} << 1 | (filters ? 1u : 0u));
    const std::string list = encoded(postings, filters);
    if (postings.docids.size() <= kMostInDictionary) {
      append_varint(block_, list.size());
      block_ += list;
    } else {
      append_varint(block_, list.size() + sizeof(std::uint32_t));
      writer_.append(bytes_of(short_digest(list)));
      writer_.append(list);
    }
    last_ = term;
    if (++in_block_ == kTermsInBlock) end_block();
  }

  // Writes the sections of the dictionary, after the last term.
  void finish() {
    if (in_block_ > 0) end_block();
    block_starts_.push_back(dictionary_.size());
    first_starts_.push_back(static_cast<std::uint32_t>(first_terms_.size()));
    writer_.begin(TermSection::dictionary);
    writer_.append(dictionary_);
    writer_.write_array(TermSection::block_starts, std::span<const std::uint64_t>(block_starts_));
    writer_.write_array(TermSection::list_starts, std::span<const std::uint64_t>(list_starts_));
    writer_.write_array(TermSection::first_starts, std::span<const std::uint32_t>(first_starts_));
    writer_.begin(TermSection::first_terms);
    writer_.append(first_terms_);
  }

 private:
  void begin_block(std::string_view term) {
    block_starts_.push_back(dictionary_.size());
    list_starts_.push_back(writer_.section_bytes());
    first_starts_.push_back(static_cast<std::uint32_t>(first_terms_.size()));
    first_terms_ += term;
  }

  void end_block() {
    dictionary_ += bytes_of(short_digest(block_));
    dictionary_ += block_;
    block_.clear();
    in_block_ = 0;
  }

  SectionWriter& writer_;
  std::string dictionary_;
  std::string block_;
  std::string last_;
  std::size_t in_block_ = 0;
  std::vector<std::uint64_t> block_starts_;
  std::vector<std::uint64_t> list_starts_;
  std::vector<std::uint32_t> first_starts_;
  std::string first_terms_;
};

void write_dictionary(SectionWriter& writer, Sources sources, const Codes& codes) {
  DictionaryWriter dictionary(writer);
  PostingsJoiner joiner(sources);
  std::size_t words = 0;
  writer.begin(TermSection::lists);
  for (Merge merge(sources); merge.next();) {
    const bool is_word =
        std::any_of(merge.sources().begin(), merge.sources().end(),
                    [&](std::size_t source) { return sources[source]->code() != 0; });
    dictionary.add(merge.term(), is_word ? codes.of_word[words] : 0, joiner.join(merge.sources()));
    words += is_word ? 1 : 0;
  }
  dictionary.finish();
}

void write_words(SectionWriter& writer, Sources sources, const Codes& codes) {
  std::vector<std::uint64_t> starts;
  std::vector<WordCode> words;
  std::string bytes;
  writer.begin(TermSection::words);
  for (std::size_t source = 0; source < sources.size(); ++source) {
    const std::vector<WordCode>& joined = codes.of_source[source];
    for (Docid docid = 1; docid <= sources[source]->articles(); ++docid) {
      sources[source]->read_words(docid, words);
      bytes.clear();
      for (const WordCode word : words) append_varint(bytes, joined[word]);
      starts.push_back(writer.section_bytes());
      writer.append(bytes_of(short_digest(bytes)));
      writer.append(bytes);
    }
  }
  starts.push_back(writer.section_bytes());
  writer.write_array(TermSection::word_starts, std::span<const std::uint64_t>(starts));
}

}  // namespace

void write_terms(const std::filesystem::path& folder, Sources parts) {
  std::uint64_t articles = 0;
  for (const TermsSource* part : parts) articles += part->articles();
  const Codes codes = assign_codes(parts);
  SectionWriter writer(folder / kTermsName, SectionKind::terms, articles);
  write_dictionary(writer, parts, codes);
  write_words(writer, parts, codes);
  const auto count = static_cast<WordCode>(kFirstWord + codes.of_word.size());
  writer.write_array(TermSection::totals, std::span<const WordCode>(&count, 1));
  writer.finish();
}

}  // namespace newsindex
