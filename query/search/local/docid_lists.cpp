// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/docid_lists.h"

#include <bit>
#include <iterator>
#include <utility>

namespace newsindex {
namespace {

DocidList union_by_bits(const std::vector<DocidSpan>& lists, std::uint64_t articles) {
  std::vector<std::uint64_t> bits(articles / 64 + 1);
  for (const DocidSpan list : lists)
    for (const Docid docid : list) bits[docid / 64] |= std::uint64_t{1} << docid % 64;
  std::size_t count = 0;
  for (const std::uint64_t word : bits) count += static_cast<std::size_t>(std::popcount(word));
  DocidList docids(count);
  Docid* out = docids.data();
  for (std::size_t word = 0; word < bits.size(); ++word)
    for (std::uint64_t rest = bits[word]; rest != 0; rest &= rest - 1)
      *out++ = static_cast<Docid>(word * 64) + static_cast<Docid>(std::countr_zero(rest));
  return docids;
}

// Merges two lists, the second much shorter: stretches between its entries are copied whole.
Postings merged(const Postings& longer, const Postings& shorter) {
  Postings merged;
  merged.docids.reserve(longer.docids.size() + shorter.docids.size());
  merged.frequencies.reserve(longer.docids.size() + shorter.docids.size());
  std::size_t from = 0;
  const auto copy_to = [&](std::size_t to) {
    const auto begin = static_cast<std::ptrdiff_t>(from);
    const auto end = static_cast<std::ptrdiff_t>(to);
    merged.docids.insert(merged.docids.end(), longer.docids.begin() + begin,
                         longer.docids.begin() + end);
    merged.frequencies.insert(merged.frequencies.end(), longer.frequencies.begin() + begin,
                              longer.frequencies.begin() + end);
    from = to;
  };
  for (std::size_t i = 0; i < shorter.docids.size(); ++i) {
    const Docid docid = shorter.docids[i];
    copy_to(skip_to(longer.docids, from, docid));
    std::uint32_t frequency = shorter.frequencies[i];
    if (from < longer.docids.size() && longer.docids[from] == docid)
      frequency += longer.frequencies[from++];
    merged.docids.push_back(docid);
    merged.frequencies.push_back(frequency);
  }
  copy_to(longer.docids.size());
  return merged;
}

Postings joined_by_sorting(const std::vector<Postings>& parts, std::uint64_t entries) {
  std::vector<std::pair<Docid, std::uint32_t>> all;
  all.reserve(entries);
  for (const Postings& part : parts)
    for (std::size_t i = 0; i < part.docids.size(); ++i)
      all.emplace_back(part.docids[i], part.frequencies[i]);
  std::sort(all.begin(), all.end());
  Postings joined;
  for (const auto& [docid, frequency] : all) {
    if (!joined.docids.empty() && joined.docids.back() == docid) {
      joined.frequencies.back() += frequency;
      continue;
    }
    joined.docids.push_back(docid);
    joined.frequencies.push_back(frequency);
  }
  return joined;
}

Postings joined_by_array(const std::vector<Postings>& parts, std::uint64_t articles) {
  std::vector<std::uint32_t> sums(articles + 1);  // by docid; the sum plus one, 0: no posting
  for (const Postings& part : parts)
    for (std::size_t i = 0; i < part.docids.size(); ++i) {
      std::uint32_t& sum = sums[part.docids[i]];
      sum += part.frequencies[i] + (sum == 0 ? 1 : 0);
    }
  Postings joined;
  for (std::size_t docid = 1; docid < sums.size(); ++docid) {
    if (sums[docid] == 0) continue;
    joined.docids.push_back(static_cast<Docid>(docid));
    joined.frequencies.push_back(sums[docid] - 1);
  }
  return joined;
}

}  // namespace

DocidList intersection(DocidSpan a, DocidSpan b) {
  DocidList both(std::min(a.size(), b.size()));
  std::size_t count = 0;
  for_each_common(a, b, [&](std::size_t i, std::size_t) { both[count++] = a[i]; });
  both.resize(count);
  return both;
}

DocidList difference(DocidSpan a, DocidSpan b) {
  DocidList rest;
  rest.reserve(a.size());
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
  return rest;
}

DocidList union_of(const std::vector<DocidSpan>& lists, std::uint64_t articles) {
  std::uint64_t entries = 0;
  for (const DocidSpan list : lists) entries += list.size();
  if (is_dense(entries, articles)) return union_by_bits(lists, articles);
  DocidList docids;
  docids.reserve(entries);
  for (const DocidSpan list : lists) docids.insert(docids.end(), list.begin(), list.end());
  std::sort(docids.begin(), docids.end());
  docids.erase(std::unique(docids.begin(), docids.end()), docids.end());
  return docids;
}

Postings kept(const Postings& postings, DocidSpan among) {
  Postings kept;
  const std::size_t most = std::min(postings.docids.size(), among.size());
  kept.docids.resize(most);
  kept.frequencies.resize(most);
  std::size_t count = 0;
  for_each_common(postings.docids, among, [&](std::size_t i, std::size_t) {
    kept.docids[count] = postings.docids[i];
    kept.frequencies[count] = postings.frequencies[i];
    ++count;
  });
  kept.docids.resize(count);
  kept.frequencies.resize(count);
  return kept;
}

Postings joined(std::vector<Postings> parts, std::uint64_t articles) {
  constexpr std::size_t kMuchShorter = 16;
  if (parts.empty()) return {};
  const auto longest = std::max_element(
      parts.begin(), parts.end(),
      [](const Postings& a, const Postings& b) { return a.docids.size() < b.docids.size(); });
  std::swap(*longest, parts.back());
  const Postings last = std::move(parts.back());
  parts.pop_back();
  std::uint64_t others = 0;
  for (const Postings& part : parts) others += part.docids.size();
  if (others == 0) return last;
  if (others * kMuchShorter < last.docids.size())
    return merged(last, parts.size() == 1 ? parts.front() : joined_by_sorting(parts, others));
  const std::uint64_t entries = others + last.docids.size();
  parts.push_back(last);
  return is_dense(entries, articles) ? joined_by_array(parts, articles)
                                     : joined_by_sorting(parts, entries);
}

}  // namespace newsindex
