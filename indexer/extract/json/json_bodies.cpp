// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/json_bodies.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/extract/markup/field_text.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/text/character_references.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/tags.h"
#include "indexer/extract/xml/formats.h"

namespace newsindex {
namespace {

enum class Form : std::uint8_t {
  paragraphs_of_html,
  paragraphs_of_document,
  paragraphs,
  html,
  plain,
  unknown
};

struct Body {
  Form form = Form::unknown;
  std::string text;
};

// The body of a NITF or NewsML document; nullopt for XML of another kind.
std::optional<std::string> body_of_document(std::string_view xml) {
  pugi::xml_document document;
  const std::string text = with_characters_only(std::string(xml));
  if (!document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                            pugi::encoding_utf8))
    return std::nullopt;
  Draft draft;
  const pugi::xml_node root = document.document_element();
  const auto item = [root](std::string_view name) {
    return local_name(root) == name ? root : first_named(root, name);
  };
  if (local_name(root) == "nitf")
    read_nitf(root, draft);
  else if (const auto g2 = item("newsItem"))
    read_newsml_g2(g2, draft);
  else if (const auto newsml = item("NewsItem"))
    read_newsml_1(newsml, draft);
  else
    return std::nullopt;
  return draft.article.body;
}

bool is_xml(const Alternative& body) {
  const std::string_view text =
      body.text.substr(std::min(body.text.find_first_not_of(" \t\r\n"), body.text.size()));
  if (text.starts_with("<nitf") || text.starts_with("<newsItem") || text.starts_with("<NewsML"))
    return true;
  const bool html = text.substr(0, 300).find("<html") != std::string_view::npos ||
                    body.content_type.find("html") != std::string::npos;
  return !html &&
         (text.starts_with("<?xml") || body.content_type.find("xml") != std::string::npos ||
          body.content_type.find("nitf") != std::string::npos) &&
         text.starts_with('<');
}

// Removes empty lines at both ends, and the indent if every line is indented.
std::string without_margin(std::string text) {
  text.erase(text.find_last_not_of(" \t\n") + 1);
  const std::size_t first = std::min(text.find_first_not_of(" \t\n"), text.size());
  text.erase(0, text.substr(0, first).rfind('\n') + 1);  // npos + 1 is 0
  bool margin = text.starts_with(' ') || text.starts_with('\t');
  for (std::size_t at = text.find('\n'); margin && at != std::string::npos;
       at = text.find('\n', at + 1))
    margin = at + 1 == text.size() ||
             std::string_view(" \t\n").find(text[at + 1]) != std::string_view::npos;
  if (!margin) return text;
  std::string out;
  for (const char c : text)
    if ((c != ' ' && c != '\t') || (!out.empty() && out.back() != '\n')) out += c;
  return out;
}

Body read_body(const Alternative& body) {
  if (is_xml(body)) {
    auto text = body_of_document(body.text);
    if (text) return {Form::paragraphs_of_document, std::move(*text)};
    return {Form::unknown, text_of_html(std::string(body.text))};
  }
  const auto has = [](const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
  };
  const bool html =
      has(body.content_type, "html") || has(body.role, "html") || has(body.role, "richtext");
  const bool marked = html || has_element_tag(body.text);
  std::string text = text_of_field(body.text, html);
  if (!marked) text = without_margin(tidy(std::move(text)));
  const bool several = text.find("\n\n") != std::string::npos;
  if (several) return {marked ? Form::paragraphs_of_html : Form::paragraphs, std::move(text)};
  return {marked ? Form::html : Form::plain, std::move(text)};
}

}  // namespace

std::vector<Alternative> plain_and_marked_bodies(simdjson::dom::object object) {
  std::vector<Alternative> found;
  for (const auto& [key, value] : object) {
    if (!key.starts_with('b') && !key.starts_with('B')) continue;
    std::string name(key);
    std::erase(name, '_');
    std::string_view text;
    for (const std::string_view form : {"text", "html", "xhtml"})
      if (same_name(name, "body" + std::string(form)) && value.get(text) == simdjson::SUCCESS &&
          !is_no_value(text))
        found.push_back({std::string(form), {}, text});
  }
  return found;
}

std::string best_body(const std::vector<Alternative>& bodies) {
  const bool forms = std::any_of(bodies.begin(), bodies.end(), [](const Alternative& body) {
    return is_role_of_a_form(body.role);
  });
  std::vector<Body> read;
  std::size_t longest = 0;
  for (const Alternative& body : bodies) {
    if (forms && !is_role_of_a_form(body.role)) continue;
    read.push_back(read_body(body));
    if (read.back().form != Form::unknown) longest = std::max(longest, read.back().text.size());
  }
  const Body* best = nullptr;
  for (const Body& body : read) {
    if (body.text.size() < longest / 2 || body.text.empty()) continue;
    const bool better = best == nullptr || body.form < best->form ||
                        (body.form == best->form && body.text.size() > best->text.size());
    if (better) best = &body;
  }
  return best == nullptr ? std::string() : best->text;
}

}  // namespace newsindex
