// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/json_ld.h"

#include <algorithm>
#include <array>
#include <map>

#include "indexer/extract/markup/html_paragraphs.h"
#include "indexer/extract/syntax/json_text.h"
#include "indexer/extract/syntax/json_value.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/text/character_references.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/lines.h"

namespace newsindex {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kDeepest = 8;  // levels of nested objects and lists that are searched

// The script as one object, without what stands around the JSON, and with spaces for control
// characters, which often stand in strings.
std::string cleaned(const std::string& script) {
  const std::size_t begin = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return {};
  std::string json = script.substr(begin, end - begin + 1);
  for (char& c : json)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return "{\"@graph\":" + json + "}";
}

bool is_article(std::string_view type) {
  constexpr std::array<std::string_view, 5> kOthers{"BlogPosting", "Report", "LiveBlogPosting",
                                                    "SocialMediaPosting", "Recipe"};
  return type.ends_with("Article") ||
         std::find(kOthers.begin(), kOthers.end(), type) != kOthers.end();
}

// Some pages give the text as HTML, often with escaped tags: "&lt;p&gt;".
std::string text_of_body(const std::string& value) {
  const std::string text = decoded_references(value);
  return is_markup(text) ? paragraphs_of_html(text) : tidy(text);
}

class Reader {
 public:
  explicit Reader(std::vector<FoundFact>& facts) : facts_(facts) {}

  void read(element root) {
    collect(root, 0);
    for (const object& article : articles_) read_article(article);
    for (const std::string& name : institutions_)
      add(HtmlFact::author, name, "JSON-LD author (organisation)");
    for (const object& page : pages_) read_page(page);
    for (const object& crumbs : breadcrumbs_) read_breadcrumb(crumbs);
  }

 private:
  // Sorts objects by what they describe, and keeps the names of those with an "@id": an author may
  // be described apart from the article.
  void collect(element value, int depth) {
    if (depth > kDeepest) return;
    if (simdjson::dom::array list; value.get(list) == simdjson::SUCCESS) {
      for (const element each : list) collect(each, depth + 1);
      return;
    }
    object it;
    if (value.get(it) != simdjson::SUCCESS) return;
    if (const auto id = member(value, {"@id"}))
      if (const auto name = member(value, {"name"})) names_[text_of(*id)] = text_of(*name);
    sort(value, it);
    for (const auto& [key, below] : it)
      if (key == "@graph" || key == "mainEntity" || key == "mainEntityOfPage" || key == "hasPart" ||
          key == "itemListElement" || depth == 0)
        collect(below, depth + 1);
  }

  void sort(element value, object it) {
    const auto type = member(value, {"@type"});
    if (!type) return;
    for (const std::string& name : texts_of(*type)) {
      if (is_article(name)) {
        articles_.push_back(it);
        return;
      }
      if (name == "WebPage") pages_.push_back(it);
      if (name == "BreadcrumbList") breadcrumbs_.push_back(it);
    }
  }

  void add(HtmlFact fact, std::string value, const char* rule) {
    value =
        fact == HtmlFact::body ? text_of_body(value) : on_one_line(tidy(decoded_references(value)));
    if (!is_no_value(value)) facts_.push_back({fact, std::move(value), rule});
  }

  void add_text(object it, const char* key, HtmlFact fact, const char* rule) {
    element value;
    if (it.at_key(key).get(value) == simdjson::SUCCESS) add(fact, text_of(value), rule);
  }

  void add_all(object it, const char* key, HtmlFact fact, const char* rule) {
    element value;
    if (it.at_key(key).get(value) != simdjson::SUCCESS) return;
    for (std::string& text : fact == HtmlFact::keyword ? listed_texts(value) : texts_of(value))
      add(fact, std::move(text), rule);
  }

  void add_authors(element value) {
    if (simdjson::dom::array list; value.get(list) == simdjson::SUCCESS) {
      for (const element each : list) add_authors(each);
      return;
    }
    std::string name = text_of(value);
    if (name.empty())
      if (const auto id = member(value, {"@id"})) {
        const auto known = names_.find(text_of(*id));
        if (known != names_.end()) name = known->second;
      }
    if (name.empty()) name = full_name(value);
    const auto type = member(value, {"@type"});
    const bool organisation = type && text_of(*type).find("Organization") != std::string::npos;
    if (organisation) institutions_.push_back(name);
    if (!organisation) add(HtmlFact::author, std::move(name), "JSON-LD author");
  }

  // {"givenName": "Jane", "familyName": "Doe"}
  static std::string full_name(element person) {
    const auto given = member(person, {"givenName"});
    const auto family = member(person, {"familyName"});
    return given && family ? text_of(*given) + " " + text_of(*family) : std::string();
  }

  void read_article(object it) {
    add_text(it, "headline", HtmlFact::title, "JSON-LD headline");
    add_text(it, "datePublished", HtmlFact::published, "JSON-LD datePublished");
    add_text(it, "dateModified", HtmlFact::modified, "JSON-LD dateModified");
    add_text(it, "description", HtmlFact::description, "JSON-LD description");
    add_text(it, "articleBody", HtmlFact::body, "JSON-LD articleBody");
    add_text(it, "inLanguage", HtmlFact::language, "JSON-LD inLanguage");
    add_text(it, "publisher", HtmlFact::source, "JSON-LD publisher");
    add_all(it, "articleSection", HtmlFact::section, "JSON-LD articleSection");
    add_all(it, "keywords", HtmlFact::keyword, "JSON-LD keywords");
    element author;
    if (it.at_key("author").get(author) == simdjson::SUCCESS ||
        it.at_key("creator").get(author) == simdjson::SUCCESS)
      add_authors(author);
    element url;
    if (it.at_key("url").get(url) == simdjson::SUCCESS && url.is_string())
      add(HtmlFact::url, text_of(url), "JSON-LD url");
  }

  void read_page(object it) {
    add_text(it, "datePublished", HtmlFact::published, "JSON-LD page datePublished");
    add_text(it, "dateModified", HtmlFact::modified, "JSON-LD page dateModified");
    add_text(it, "inLanguage", HtmlFact::language, "JSON-LD page inLanguage");
  }

  // Adds all items but the last one, which is the page itself.
  void read_breadcrumb(object it) {
    simdjson::dom::array list;
    if (it.at_key("itemListElement").get(list) != simdjson::SUCCESS) return;
    std::vector<std::string> names;
    for (const element each : list) {
      auto name = member(each, {"name"});
      if (!name)
        if (const auto item = member(each, {"item"})) name = member(*item, {"name"});
      if (name) names.push_back(text_of(*name));
    }
    for (std::size_t i = 0; i + 1 < names.size(); ++i)
      add(HtmlFact::section, names[i], "JSON-LD breadcrumb");
  }

  std::vector<FoundFact>& facts_;
  std::vector<object> articles_;
  std::vector<object> pages_;
  std::vector<object> breadcrumbs_;
  std::map<std::string, std::string> names_;
  std::vector<std::string> institutions_;  // organisations named as authors
};

}  // namespace

void read_json_ld(const std::string& script, std::vector<FoundFact>& facts) {
  thread_local JsonParser parser;
  const std::string json = cleaned(script);
  if (json.empty()) return;
  const auto parsed = parser.parse(json);
  const auto* root = std::get_if<object>(&parsed);
  element graph;
  if (root != nullptr && root->at_key("@graph").get(graph) == simdjson::SUCCESS)
    Reader(facts).read(graph);
}

}  // namespace newsindex
