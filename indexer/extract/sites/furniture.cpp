// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/sites/furniture.h"

#include <algorithm>
#include <unordered_set>

#include "schema/digest.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

constexpr std::size_t kFewestPages = 5;

template <class Use>
void each_line(std::string_view text, Use use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    use(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

bool may_have_furniture(const Record& record) {
  return record.format == RecordFormat::page || record.format == RecordFormat::html;
}

bool Furniture::learn(const std::string& name, const std::string& id, std::string_view text) {
  if (sites_.size() >= kMostSites && !sites_.contains(name)) return false;
  Site& site = sites_[name];
  if (!site.pages.add(id)) return false;
  std::unordered_set<std::uint64_t> seen;
  each_line(text, [&](std::string_view line) {
    line = trimmed(line);
    if (line.empty()) return;
    const std::uint64_t digest = digest64(line);
    if (seen.insert(digest).second) ++site.lines[digest];
  });
  if (site.pages.is_full())
    std::erase_if(site.lines,
                  [](const auto& line) { return line.second <= FirstPages::kMost / 2; });
  return true;
}

bool Furniture::is_settled(const std::string& name) const {
  const auto site = sites_.find(name);
  return site == sites_.end() ? sites_.size() >= kMostSites : site->second.pages.is_full();
}

bool Furniture::has(const std::string& name, std::string_view line) const {
  const auto site = sites_.find(name);
  if (site == sites_.end() || site->second.pages.count() < kFewestPages) return false;
  const auto count = site->second.lines.find(digest64(trimmed(line)));
  return count != site->second.lines.end() && 2 * count->second > site->second.pages.count();
}

std::string Furniture::without(const std::string& name, std::string_view text, Why& cut) const {
  std::string left;
  each_line(text, [&](std::string_view line) {
    if (has(name, line))
      cut.cut.push_back({std::string(trimmed(line)), "on most pages of the site"});
    else
      left += line;
    left += '\n';
  });
  return left;
}

bool Furniture::learn(const Record& record, const Understood& understood) {
  if (!may_have_furniture(record)) return false;
  const Article& article = understood.article;
  return learn(understood.site, article.id,
               record.format == RecordFormat::page ? record.bytes : article.body);
}

void Furniture::clear(const Record& record, const UnderstandOptions& options,
                      Understood& understood) const {
  if (record.format == RecordFormat::page) read_again(record, options, understood);
  if (record.format == RecordFormat::html) clear_paragraphs(understood);
}

void Furniture::read_again(const Record& record, const UnderstandOptions& options,
                           Understood& understood) const {
  Why cut;
  Record cleared = record;
  cleared.bytes = without(understood.site, record.bytes, cut);
  if (cut.cut.empty()) return;
  auto again = newsindex::understand(cleared, options);
  auto* found = std::get_if<Understood>(&again);
  if (found == nullptr || found->article.body.empty()) return;
  // Only the text, its language and a title that is furniture are replaced: the source and the
  // authors may stand in lines that all pages share.
  Article& article = understood.article;
  const bool same_title = !has(understood.site, article.title);
  if (!same_title) article.title = std::move(found->article.title);
  article.lead = std::move(found->article.lead);
  article.body = std::move(found->article.body);
  article.language = std::move(found->article.language);
  understood.why.cut = std::move(found->why.cut);
  understood.why.cut.insert(understood.why.cut.end(), cut.cut.begin(), cut.cut.end());
}

void Furniture::clear_paragraphs(Understood& understood) const {
  Article& article = understood.article;
  Why cut;
  const std::string left = without(understood.site, article.body, cut);
  if (cut.cut.empty()) return;
  std::string body;
  each_line(left, [&](std::string_view line) {
    if (line.empty()) return;
    if (!body.empty()) body += "\n\n";
    body += line;
  });
  if (body.empty()) return;
  article.body = std::move(body);
  article.lead = article.body.substr(0, article.body.find("\n\n"));
  understood.why.cut.insert(understood.why.cut.end(), cut.cut.begin(), cut.cut.end());
}

}  // namespace newsindex
