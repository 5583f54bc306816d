// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/made_articles.h"

#include <array>
#include <fstream>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <string_view>

#include "indexer/train/sport_tables.h"
#include "schema/error.h"

namespace newsindex {
namespace {

struct MarkedKind {
  std::string_view kind;
  EntityType type;
};
constexpr std::array kMarked{
    MarkedKind{"person", EntityType::person},     MarkedKind{"first", EntityType::person},
    MarkedKind{"surname", EntityType::person},    MarkedKind{"givenmonth", EntityType::person},
    MarkedKind{"firm", EntityType::organisation}, MarkedKind{"org", EntityType::organisation},
    MarkedKind{"town", EntityType::place},        MarkedKind{"country", EntityType::place}};

std::optional<EntityType> type_of(std::string_view kind) {
  for (const MarkedKind& each : kMarked)
    if (each.kind == kind) return each.type;
  return std::nullopt;
}

// Adds the names of places and organisations in the articles that are one word.
void add_single_names(const std::vector<MarkedArticle>& articles, NamesByKind& names) {
  for (const MarkedArticle& article : articles)
    for (const MarkedName& name : article.names) {
      const std::string text = article.text.substr(name.start, name.end - name.start);
      const bool plain = text.find(' ') == std::string::npos && text[0] >= 'A' && text[0] <= 'Z';
      if (!plain || name.type == EntityType::person) continue;
      names[name.type == EntityType::place ? "town" : "org"].push_back(text);
    }
}

class ArticleMaker {
 public:
  explicit ArticleMaker(NamesByKind names) : names_(std::move(names)) {}

  MarkedArticle make(std::string_view line) {
    article_ = {};
    chosen_.clear();
    for (std::size_t at = 0; at < line.size();) {
      const char c = line[at];
      if (c != '{') {
        article_.text += c == '\t' ? "\n\n" : std::string(1, c);
        ++at;
        continue;
      }
      const std::size_t close = line.find('}', at);
      add_slot(line.substr(at + 1, close - at - 1));
      at = close + 1;
    }
    return std::move(article_);
  }

 private:
  void add_slot(std::string_view slot) {
    const bool other = slot.ends_with('\'');
    if (other) slot.remove_suffix(1);
    const std::string_view kind = slot.substr(0, slot.find_first_of("0123456789"));
    const std::string name = form_of(chosen(kind, slot), other);
    const auto start = static_cast<std::uint32_t>(article_.text.size());
    article_.text += name;
    const auto end = static_cast<std::uint32_t>(article_.text.size());
    const auto type = type_of(kind);
    if (!type) return;
    const bool continues_after = *type == EntityType::person && !article_.names.empty() &&
                                 article_.names.back().type == *type && start > 0 &&
                                 article_.names.back().end + 1 == start;  // {first1} {surname1}
    if (continues_after)
      article_.names.back().end = end;
    else
      article_.names.push_back({*type, start, end});
  }

  std::string chosen(std::string_view kind, std::string_view slot) {
    if (kind == slot) return any(kind);
    const auto [at, is_new] = chosen_.try_emplace(std::string(slot));
    if (is_new) at->second = any(kind);
    return at->second;
  }

  std::string any(std::string_view kind) {
    constexpr unsigned kLeast = 10;
    if (kind == "number") return std::to_string(kLeast + random_() % (100 - kLeast));
    if (kind == "firm") return any("firmstart") + any("firmend");
    const auto found = names_.find(std::string(kind));
    if (found == names_.end())
      throw Error(ExitCode::bad_data, "no names of the kind '" + std::string(kind) + "'");
    return found->second[random_() % found->second.size()];
  }

  static std::string form_of(const std::string& name, bool other) {
    const std::size_t bar = name.find('|');
    if (bar != std::string::npos) return other ? name.substr(bar + 1) : name.substr(0, bar);
    return other ? name.substr(name.find(' ') + 1) : name;
  }

  NamesByKind names_;
  std::mt19937 random_{29};
  MarkedArticle article_;
  std::map<std::string, std::string> chosen_;
};

std::vector<std::string> read_templates(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw Error(ExitCode::no_input, "cannot read '" + path.string() + "'");
  std::vector<std::string> templates;
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line[0] != '#') templates.push_back(line);
  return templates;
}

}  // namespace

std::vector<MarkedArticle> make_articles(const std::filesystem::path& templates,
                                         const std::vector<std::filesystem::path>& names,
                                         const std::vector<MarkedArticle>& articles,
                                         std::size_t count) {
  NamesByKind all;
  for (const std::filesystem::path& file : names) all.merge(read_names_by_kind(file));
  add_persons(articles, all);
  add_single_names(articles, all);
  ArticleMaker maker(std::move(all));
  const std::vector<std::string> lines = read_templates(templates);
  std::vector<MarkedArticle> made;
  while (made.size() < count) made.push_back(maker.make(lines[made.size() % lines.size()]));
  return made;
}

}  // namespace newsindex
