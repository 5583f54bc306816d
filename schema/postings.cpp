// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/postings.h"

#include <algorithm>

#include "schema/fields.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostTerms = 1'000'000;  // about 100 MB; then the vocabulary starts anew

// The first eight bytes as a number that sorts as they do.
std::uint64_t beginning_of(std::string_view term) {
  std::uint64_t beginning = 0;
  for (std::size_t i = 0; i < sizeof beginning; ++i)
    beginning = beginning << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0u);
  return beginning;
}

}  // namespace

void Postings::use_language(std::string_view language) {
  if (terms_.size() > kMostTerms) forget_vocabulary();
  const std::string_view known = has_stemmer(language) ? language : std::string_view();
  auto found = languages_.find(known);
  if (found == languages_.end())
    found = languages_.emplace(std::string(known), Language{Stemmer(known), {}, {}}).first;
  language_ = &found->second;
}

void Postings::forget_vocabulary() {
  languages_.clear();
  indexes_ = {};
  terms_.clear();
}

std::uint32_t Postings::term_index(const std::string& term) {
  const auto [index, is_new] = indexes_.number_of(term);
  if (is_new) {
    terms_.emplace_back();
    terms_.back().beginning = beginning_of(term);
  }
  return index;
}

const Postings::Word& Postings::word(std::string_view folded) {
  const auto [number, is_new] = language_->numbers.number_of(folded);
  if (is_new) {
    const std::string& stem = language_->stemmer.stem(folded);
    const std::string in_title = std::string(field("title").prefix) + stem;
    language_->words.push_back({term_index(stem), term_index(in_title)});
  }
  return language_->words[number];
}

Postings::Term& Postings::use(std::uint32_t index) {
  Term& term = terms_[index];
  if (!term.used) {
    term.used = true;
    used_.push_back({term.beginning, index});
  }
  return term;
}

void Postings::put(std::uint32_t index, Xapian::termpos position, Xapian::termcount weight) {
  Term& term = use(index);
  term.positions.push_back(position);
  term.extra += weight - 1;
}

void Postings::add(std::string_view folded, Xapian::termpos position, Xapian::termcount weight) {
  put(word(folded).text, position, weight);
}

void Postings::add_title(std::string_view folded, Xapian::termpos position,
                         Xapian::termcount weight) {
  const Word known = word(folded);
  put(known.text, position, weight);
  put(known.title, position, 1);
}

void Postings::add_without_position(std::string_view folded) { use(word(folded).text).extra += 1; }

void Postings::move_to(Xapian::Document& document) {
  std::sort(used_.begin(), used_.end(), [this](const Used& a, const Used& b) {
    if (a.beginning != b.beginning) return a.beginning < b.beginning;
    return indexes_.word(a.index) < indexes_.word(b.index);
  });
  for (const Used& used : used_) {
    Term& term = terms_[used.index];
    const std::string& text = indexes_.word(used.index);
    for (const Xapian::termpos position : term.positions) document.add_posting(text, position);
    if (term.extra > 0) document.add_term(text, term.extra);
    term.extra = 0;
    term.positions.clear();
    term.used = false;
  }
  used_.clear();
}

}  // namespace newsindex
