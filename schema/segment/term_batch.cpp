// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/segment/term_batch.h"

#include <algorithm>
#include <numeric>

#include "schema/fields.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostTerms = 250'000;  // about 30 MB; then the vocabulary starts anew

std::uint64_t beginning_of(std::string_view term) {
  std::uint64_t beginning = 0;
  for (std::size_t i = 0; i < sizeof beginning; ++i)
    beginning = beginning << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0u);
  return beginning;
}

}  // namespace

void TermBatch::begin() {
  if (terms_.size() > kMostTerms) forget_vocabulary();
  for (const Used& used : used_) terms_[used.index].number = kUnused;
  used_.clear();
  gathered_.clear();
  words_.clear();
  word_starts_.assign(1, 0);
  sorted_.clear();
  postings_.clear();
}

void TermBatch::forget_vocabulary() {
  languages_.clear();
  language_ = nullptr;
  indexes_ = {};
  terms_.clear();
  used_.clear();
}

void TermBatch::use_language(std::string_view language) {
  const std::string_view known = has_stemmer(language) ? language : std::string_view();
  auto found = languages_.find(known);
  if (found == languages_.end())
    found = languages_.emplace(std::string(known), Language{Stemmer(known), {}, {}}).first;
  language_ = &found->second;
}

std::uint32_t TermBatch::term_index(std::string_view term) {
  const auto [index, is_new] = indexes_.number_of(term);
  if (is_new) {
    terms_.emplace_back();
    terms_.back().beginning = beginning_of(term);
  }
  return index;
}

const TermBatch::Word& TermBatch::word(std::string_view folded) {
  const auto [number, is_new] = language_->numbers.number_of(folded);
  if (is_new) {
    const std::string& stem = language_->stemmer.stem(folded);
    const std::string in_title = std::string(field("title").prefix) + stem;
    language_->words.push_back({term_index(stem), term_index(in_title)});
  }
  return language_->words[number];
}

TermBatch::Used& TermBatch::use(std::uint32_t index, std::uint32_t count) {
  Term& term = terms_[index];
  if (term.number == kUnused) {
    term.number = static_cast<std::uint32_t>(used_.size());
    used_.push_back({index});
  }
  if (!term.in_article) {
    term.in_article = true;
    in_article_.push_back(index);
  }
  term.count += count;
  return used_[term.number];
}

void TermBatch::add_word(std::string_view folded, std::uint32_t weight) {
  const std::uint32_t index = word(folded).text;
  use(index, weight).is_word = true;
  words_.push_back(kFirstWord + terms_[index].number);
}

void TermBatch::add_title_word(std::string_view folded, std::uint32_t weight) {
  const std::uint32_t title = word(folded).title;
  add_word(folded, weight);
  use(title, 1);
}

void TermBatch::add_unplaced_word(std::string_view folded) { use(word(folded).text, 1); }

void TermBatch::add_database_filter(std::string_view term) {
  const std::uint32_t index = term_index(term);
  use(index, 0);
  terms_[index].in_database = true;
}

bool TermBatch::sorts_before(std::uint32_t a, std::uint32_t b) const {
  if (terms_[a].beginning != terms_[b].beginning) return terms_[a].beginning < terms_[b].beginning;
  return indexes_.word(a) < indexes_.word(b);
}

std::uint32_t TermBatch::end_article(Xapian::Document& document) {
  // Xapian inserts sorted terms fastest.
  std::sort(in_article_.begin(), in_article_.end(),
            [this](std::uint32_t a, std::uint32_t b) { return sorts_before(a, b); });
  const auto docid = static_cast<Docid>(word_starts_.size());
  std::uint32_t length = 0;
  for (const std::uint32_t index : in_article_) {
    Term& term = terms_[index];
    if (term.count > 0)
      document.add_term(std::string(indexes_.word(index)), term.count);
    else if (term.in_database)
      document.add_boolean_term(std::string(indexes_.word(index)));
    gathered_.push_back({term.number, docid, term.count});
    ++used_[term.number].articles;
    length += term.count;
    term.count = 0;
    term.in_article = false;
  }
  in_article_.clear();
  word_starts_.push_back(words_.size());
  return length;
}

void TermBatch::rewind() {
  at_ = 0;
  if (!sorted_.empty()) return;
  sorted_.resize(used_.size());
  std::iota(sorted_.begin(), sorted_.end(), 0u);
  std::sort(sorted_.begin(), sorted_.end(), [this](std::uint32_t a, std::uint32_t b) {
    return sorts_before(used_[a].index, used_[b].index);
  });
  std::uint32_t first = 0;
  for (Used& used : used_) {
    used.first = first;
    first += used.articles;
  }
  postings_.resize(gathered_.size());
  std::vector<std::uint32_t> next(used_.size());
  for (std::size_t number = 0; number < used_.size(); ++number) next[number] = used_[number].first;
  for (const Posting& posting : gathered_) postings_[next[posting.number]++] = posting;
}

bool TermBatch::next() {
  if (at_ == sorted_.size()) return false;
  ++at_;
  return true;
}

std::string_view TermBatch::term() const { return indexes_.word(used_[sorted_[at_ - 1]].index); }

WordCode TermBatch::code() const {
  const std::uint32_t number = sorted_[at_ - 1];
  return used_[number].is_word ? kFirstWord + number : 0;
}

std::uint32_t TermBatch::frequency() const { return used_[sorted_[at_ - 1]].articles; }

void TermBatch::read(Postings& postings) const {
  postings.clear();
  const Used& used = used_[sorted_[at_ - 1]];
  for (std::uint32_t i = used.first; i < used.first + used.articles; ++i) {
    postings.docids.push_back(postings_[i].docid);
    postings.frequencies.push_back(postings_[i].frequency);
  }
}

void TermBatch::read_words(Docid docid, std::vector<WordCode>& words) const {
  const auto at = [&](std::size_t i) {
    return words_.begin() + static_cast<std::ptrdiff_t>(word_starts_[i]);
  };
  words.assign(at(docid - 1), at(docid));
}

}  // namespace newsindex
