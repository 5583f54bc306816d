// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/marked_pages.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <unordered_set>

#include <nlohmann/json.hpp>
#include <unicode/uchar.h>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/train/labelled_rows.h"
#include "schema/text/characters.h"
#include "schema/web_address.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

std::string site_of_host(const std::string& host) {
  constexpr std::size_t kShortest = 4;  // letters; shorter parts are taken for "co" or "com"
  std::size_t end = host.rfind('.');
  while (end != std::string::npos) {
    const std::size_t dot = end == 0 ? std::string::npos : host.rfind('.', end - 1);
    const std::size_t begin = dot == std::string::npos ? 0 : dot + 1;
    if (end - begin >= kShortest || begin == 0) return host.substr(begin, end - begin);
    end = dot;
  }
  return host;
}

// The publisher's name in a file name such as "at-DerStandard-2024_05_03.html".
std::string site_of_file(const std::string& file) {
  const std::size_t first = file.find('-') + 1;
  return folded_name(file.substr(first, file.find('-', first) - first));
}

std::vector<std::string> strings_of(const nlohmann::json& in, const char* name) {
  const auto found = in.find(name);
  if (found == in.end()) return {};
  if (found->is_array()) return found->get<std::vector<std::string>>();
  std::vector<std::string> lines;
  const auto text = found->get<std::string>();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::vector<MarkedPage> read_whole(const fs::path& folder) {
  std::vector<MarkedPage> pages;
  const auto marked = nlohmann::json::parse(opened(folder / "gold.json"));
  for (const auto& [file, gold] : marked.items()) {
    MarkedPage page;
    page.site = gold.contains("url") ? site_of_host(host_of(gold["url"].get<std::string>()))
                                     : site_of_file(file);
    page.file = folder / "pages" / file;
    page.article = strings_of(gold, "summary");
    for (std::string& line : strings_of(gold, "body")) page.article.push_back(std::move(line));
    if (!page.article.empty()) pages.push_back(std::move(page));
  }
  return pages;
}

std::vector<MarkedPage> read_pieces(const fs::path& folder) {
  std::vector<MarkedPage> pages;
  const auto marked = nlohmann::json::parse(opened(folder / "evaldata.json"));
  for (const auto& [url, gold] : marked.items())
    pages.push_back({{},
                     site_of_host(host_of(url)),
                     folder / "pages" / gold.at("file").get<std::string>(),
                     {},
                     strings_of(gold, "with"),
                     strings_of(gold, "without")});
  return pages;
}

// The words of a folded text. In scripts without spaces between words, each character is a word.
Words words_of(const std::string& folded) {
  Words words;
  bool continues_after = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t start = at;
    const auto c = static_cast<UChar32>(next_character(folded, at));
    if (u_isalnum(c) == 0) {
      continues_after = false;
      continue;
    }
    const bool alone = c >= 0x3040 && c <= 0x9FFF;
    if (!continues_after || alone) words.emplace_back();
    words.back().append(folded, start, at - start);
    continues_after = !alone;
  }
  return words;
}

class Labeller {
 public:
  Labeller(const std::vector<std::string>& article, const HtmlBody& body) : body_(body) {
    Words all;
    for (const std::string& line : article) {
      const Words words = words_of(folded_name(line));
      all.insert(all.end(), words.begin(), words.end());
      lines_.insert(words);
    }
    count_ = all.size();
    for (std::size_t i = 0; i + kRun <= all.size(); ++i) runs_.insert(run_at(all, i));
    for (const PageBlock& block : body.layout.blocks) words_.push_back(words_of(block.folded));
  }

  std::vector<BlockLabel> label() {
    constexpr float kMost = 0.8f;
    constexpr std::size_t kEnoughWords = 8;
    std::vector<float> shares;
    for (const Words& words : words_) shares.push_back(share_of(words));
    for (std::size_t i = 0; i < shares.size(); ++i)
      if (words_[i].size() >= kEnoughWords && shares[i] > kMost) {
        first_ = std::min(first_, i);
        last_ = i;
      }
    std::vector<BlockLabel> labels;
    for (std::size_t i = 0; i < shares.size(); ++i) labels.push_back(label_of(i, shares[i]));
    keep_one_of_each_text(labels);
    return labels;
  }

 private:
  static constexpr std::size_t kRun = 3;  // consecutive words
  static constexpr std::size_t kLongEnough = 5;

  static std::size_t run_at(const Words& words, std::size_t i) {
    return std::hash<std::string>{}(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2]);
  }

  float share_of(const Words& words) const {
    std::vector<bool> found(words.size());
    for (std::size_t i = 0; i + kRun <= words.size(); ++i)
      if (runs_.contains(run_at(words, i)))
        std::fill_n(found.begin() + static_cast<std::ptrdiff_t>(i), kRun, true);
    return words.empty() ? 0
                         : static_cast<float>(std::ranges::count(found, true)) /
                               static_cast<float>(words.size());
  }

  // A short block belongs to the article if it is a line of it and stands near the rest.
  BlockLabel label_of(std::size_t i, float share) const {
    constexpr std::size_t kNear = 3;
    const Words& words = words_[i];
    const float weight = static_cast<float>(words.size()) / static_cast<float>(count_);
    if (words.size() >= kLongEnough) return {share, weight};
    const bool near = i + kNear >= first_ && i <= last_ + kNear;
    if (near && lines_.contains(words)) return {1, weight};
    if (near && words.size() >= kRun && share == 1) return {1, weight};
    const bool unknown = words.size() < kRun && i >= first_ && i <= last_;
    return {0, unknown ? 0 : weight};
  }

  void keep_one_of_each_text(std::vector<BlockLabel>& labels) const {
    std::map<Words, std::size_t> best;
    const auto rank = [&](std::size_t i) {
      return (i >= first_ && i <= last_ ? 2 : 0) + (body_.cut[i].empty() ? 1 : 0);
    };
    for (std::size_t i = 0; i < labels.size(); ++i) {
      if (words_[i].size() < kLongEnough || labels[i].share <= 0.5f) continue;
      const auto [at, is_new] = best.emplace(words_[i], i);
      if (is_new) continue;
      const bool better = rank(i) > rank(at->second);
      labels[better ? at->second : i].share = 0;
      if (better) at->second = i;
    }
  }

  const HtmlBody& body_;
  std::set<Words> lines_;
  std::unordered_set<std::size_t> runs_;
  std::vector<Words> words_;  // of each block
  std::size_t count_ = 0;     // words of the article
  std::size_t first_ = std::numeric_limits<std::size_t>::max();
  std::size_t last_ = 0;
};

void label_pieces(const std::vector<std::string>& pieces, float share, const HtmlBody& body,
                  std::vector<BlockLabel>& labels) {
  for (const std::string& piece : pieces) {
    const std::string folded = make_block(piece).folded;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < labels.size(); ++i)
      if (body.layout.blocks[i].folded.find(folded) != std::string::npos) found.push_back(i);
    if (share > 0 && found.size() > 1) {
      const auto cut = [&](std::size_t i) { return !body.cut[i].empty(); };
      if (std::ranges::all_of(found, cut))
        found.erase(found.begin() + 1, found.end());
      else
        std::erase_if(found, cut);
    }
    for (const std::size_t i : found) {
      if (labels[i].weight > 0 && labels[i].share > share) continue;
      labels[i] = {share, labels[i].weight + 1 / static_cast<float>(found.size())};
    }
  }
}

}  // namespace

std::vector<MarkedPage> read_marked_pages(const fs::path& folder) {
  std::vector<MarkedPage> pages =
      fs::exists(folder / "gold.json") ? read_whole(folder) : read_pieces(folder);
  for (MarkedPage& page : pages) page.set = folder.filename().string();
  std::ranges::sort(pages, {}, &MarkedPage::file);
  const auto missing = [](const MarkedPage& page) { return !fs::exists(page.file); };
  std::erase_if(pages, missing);
  return pages;
}

std::vector<BlockLabel> label_blocks(const MarkedPage& page, const HtmlBody& body) {
  if (!page.article.empty()) return Labeller(page.article, body).label();
  std::vector<BlockLabel> labels(body.marks.size());
  label_pieces(page.with, 1, body, labels);
  label_pieces(page.without, 0, body, labels);
  return labels;
}

}  // namespace newsindex
