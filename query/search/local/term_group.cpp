// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/term_group.h"

namespace newsindex {

TermGroup::TermGroup(const Terms& terms, std::span<const std::string> names) : terms_(&terms) {
  for (const std::string& name : names)
    if (const auto entry = terms.find(name)) entries_.push_back(*entry);
}

std::uint64_t TermGroup::most_matches() const {
  std::uint64_t sum = 0;
  for (const TermEntry& entry : entries_) sum += entry.articles;
  return std::min(sum, terms_->articles());
}

std::uint64_t TermGroup::articles() {
  if (entries_.size() <= 1) return most_matches();
  if (is_whole_) return postings_.docids.size();
  // The number of articles of the most frequent term is known; only the other terms are read.
  std::vector<Postings> others(entries_.size());
  std::size_t longest = 0;
  for (std::size_t i = 1; i < entries_.size(); ++i)
    if (entries_[i].articles > entries_[longest].articles) longest = i;
  for (std::size_t i = 0; i < entries_.size(); ++i)
    if (i != longest) terms_->read(entries_[i], others[i]);
  const Postings rare = joined(std::move(others), terms_->articles());
  Postings common;
  terms_->read_among(entries_[longest], rare.docids, common);
  return entries_[longest].articles + rare.docids.size() - common.docids.size();
}

bool TermGroup::only_filters() const {
  return std::all_of(entries_.begin(), entries_.end(),
                     [](const TermEntry& entry) { return entry.only_filters; });
}

std::vector<WordCode> TermGroup::codes() const {
  std::vector<WordCode> codes;
  for (const TermEntry& entry : entries_) codes.push_back(entry.code);
  return codes;
}

DocidSpan TermGroup::read() {
  if (is_whole_) return postings_.docids;
  is_whole_ = true;
  if (entries_.size() == 1) {
    terms_->read(entries_.front(), postings_);
  } else {
    std::vector<Postings> parts(entries_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i) terms_->read(entries_[i], parts[i]);
    postings_ = joined(std::move(parts), terms_->articles());
  }
  return postings_.docids;
}

DocidSpan TermGroup::read_among(DocidSpan among) {
  // If most blocks would be read anyway, reading all of them is faster.
  constexpr std::uint64_t kFew = 4;
  if (is_whole_ || (entries_.size() == 1 && among.size() * kFew > entries_.front().articles)) {
    read();
    postings_ = kept(postings_, among);
    is_whole_ = false;
    return postings_.docids;
  }
  if (entries_.size() == 1) {
    terms_->read_among(entries_.front(), among, postings_);
    return postings_.docids;
  }
  std::vector<Postings> parts(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i)
    terms_->read_among(entries_[i], among, parts[i]);
  postings_ = joined(std::move(parts), terms_->articles());
  return postings_.docids;
}

}  // namespace newsindex
