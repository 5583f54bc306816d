// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/ocr/issue.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/dates/dates.h"
#include "indexer/extract/fields/draft_fields.h"
#include "indexer/extract/markup/xml_paragraphs.h"
#include "indexer/extract/ocr/pages.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/tags.h"
#include "schema/language_names.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using Nodes = std::vector<pugi::xml_node>;

// "The Harbour Gazette" of <nonSort>The</nonSort><title>Harbour Gazette</title>.
std::string title_of_info(pugi::xml_node info) {
  std::string title = line_of(child_named(info, "nonSort"));
  const std::string main = line_of(child_named(info, "title"));
  if (main.empty()) return {};
  const bool elided = title.ends_with('\'') || title.ends_with("\u2019");
  title += title.empty() || elided ? "" : " ";
  title += main;
  const std::string rest = line_of(child_named(info, "subTitle"));
  return rest.empty() ? title : title + ": " + rest;
}

// The title in MODS that is neither a translation nor an abbreviation, else the one in Dublin Core.
std::string title_of(pugi::xml_node description) {
  const auto mods = first_named(description, "mods");
  if (!mods) return line_of(first_named(description, "title"));
  for (const auto info : children_named(mods, "titleInfo"))
    if (!info.attribute("type")) return title_of_info(info);
  return title_of_info(child_named(mods, "titleInfo"));
}

std::string host_of(pugi::xml_node description) {
  for (const auto related : all_named(description, "relatedItem"))
    if (same_name(related.attribute("type").value(), "host"))
      return title_of_info(child_named(related, "titleInfo"));
  return {};
}

std::string first_title(const Nodes& descriptions) {
  for (const auto description : descriptions)
    if (std::string title = title_of(description); !title.empty()) return title;
  return {};
}

// Sets a field from the descriptions, the last one first, because it is the narrowest.
template <class Set, class Read>
void set_from_last(Set set, const Nodes& descriptions, Draft& draft, Read read) {
  for (auto at = descriptions.rbegin(); at != descriptions.rend(); ++at) set(draft, read(*at));
}

// The first date of an issue that is exact to the day, else the first one that is not the start or
// end of a period: an issue of a newspaper that ran from 1848 to 1900 is not from 1848.
std::string date_of(pugi::xml_node description) {
  std::string coarse;
  for (const char* name : {"dateIssued", "date"})
    for (const auto date : all_named(description, name)) {
      const std::string text = line_of(date);
      const auto reading = read_date(text);
      if (!reading) continue;
      if (reading->published.precision >= Precision::day) return text;
      if (coarse.empty() && !date.attribute("point")) coarse = text;
    }
  return coarse;
}

std::string language_of(pugi::xml_node description) {
  for (const char* name : {"languageTerm", "language"})
    for (const auto language : all_named(description, name))
      if (std::string code = language_code(line_of(language)); !code.empty()) return code;
  return {};
}

// Reads "The Sun (New York), 1859-06-26": the newspaper, and the date after a comma. The name is
// not searched for a date: "Sun" is not Sunday.
void read_label(const std::string& label, Draft& draft) {
  std::size_t comma = label.find(", ");
  while (comma != std::string::npos && !read_date(label.substr(comma + 2)))
    comma = label.find(", ", comma + 1);
  if (comma != std::string::npos) add_published(draft, label.substr(comma + 2));
  set_source(draft, label.substr(0, comma));
}

// The text with letters and digits only, ASCII letters in lower case.
std::string bare(std::string_view text) {
  std::string bare;
  for (const char c : text)
    if (is_letter_or_digit(c) || (c & '\x80') != 0) bare += lower(c);
  return bare;
}

// True if a label begins with the type of its unit: "Article 5" (type ARTICLE) is not a title.
bool is_number_of(std::string_view label, std::string_view type) {
  return type.size() <= label.size() && same_name(label.substr(0, type.size()), type);
}

// Sets the title from the headings at the front or the label, if it is not set, and removes the
// headings that the title contains.
void read_headings(pugi::xml_node unit, std::vector<OcrBlock>& blocks, Draft& draft) {
  constexpr std::ptrdiff_t kMostHeadings = 10;
  const auto is_heading = [](const OcrBlock& block) { return block.role == OcrRole::heading; };
  const auto most = std::min(kMostHeadings, std::ssize(blocks));
  const auto end = std::find_if_not(blocks.begin(), blocks.begin() + most, is_heading);
  std::string printed;
  for (auto at = blocks.begin(); at != end; ++at)
    append_word(printed, on_one_line(paragraphs_of({*at})));
  set_title(draft, printed);
  const std::string label = attribute_of(unit, "LABEL");
  if (!is_number_of(label, attribute_of(unit, "TYPE"))) set_title(draft, label);
  const std::string title = bare(draft.article.title);
  blocks.erase(std::remove_if(blocks.begin(), end,
                              [&](const OcrBlock& block) {
                                return title.find(bare(paragraphs_of({block}))) !=
                                       std::string::npos;
                              }),
               end);
}

void read_authors(const Nodes& descriptions, const std::vector<OcrBlock>& blocks, Draft& draft) {
  constexpr std::size_t kLongestName = 80;
  for (const auto description : descriptions)
    for (const auto name : children_named(first_named(description, "mods"), "name"))
      add_byline(draft, line_of(child_named(name, "namePart")));
  if (!draft.bylines.empty()) return;
  for (const OcrBlock& block : blocks)
    if (const std::string text = paragraphs_of({block});
        block.role == OcrRole::author && text.size() <= kLongestName)
      add_byline(draft, on_one_line(text));
}

OcrPage read_blocks(pugi::xml_node root) {
  return first_named(root, "TextEquiv") ? read_page_xml(root) : read_alto(root);
}

void refuse_without_text(Draft& draft) {
  if (draft.article.title.empty() && draft.article.body.empty())
    draft.refusal = "no text on the page";
}

}  // namespace

std::optional<OcrRole> role_of_part(pugi::xml_node node) {
  if (local_name(node) != "part") return std::nullopt;
  const std::vector<std::string> types = parts_of(node.attribute("TYPE").value(), " ");
  for (auto type = types.rbegin(); type != types.rend(); ++type)
    if (const auto role = ocr_role(*type)) return role;
  return std::nullopt;
}

void read_ocr_page(pugi::xml_node root, Draft& draft) {
  OcrPage page = read_blocks(root);
  set_language(draft, language_code(page.language));
  set_page_text(std::move(page.blocks), draft);
  refuse_without_text(draft);
}

void read_issue_unit(pugi::xml_node mets, Draft& draft) {
  const auto unit = child_named(mets, "unit");
  const Nodes issue = children_named(child_named(mets, "issue"), "dmdSec");
  const Nodes own = children_named(unit, "dmdSec");
  const std::string object = attribute_of(mets, "OBJID");
  const std::string number = attribute_of(unit, "ID");
  if (!object.empty() && !number.empty()) set_id(draft, object + '/' + number);
  set_title(draft, first_title(own));
  set_from_last(add_published, issue, draft, date_of);
  set_from_last(set_source, issue, draft, host_of);
  set_source(draft, first_title(issue));
  read_label(attribute_of(mets, "LABEL"), draft);
  set_from_last(set_language, own, draft, language_of);
  set_from_last(set_language, issue, draft, language_of);
  for (const auto section : children_named(unit, "section"))
    add_section(draft, attribute_of(section, "LABEL"));
  OcrPage page = read_blocks(unit);
  set_language(draft, language_code(page.language));
  if (same_name(attribute_of(unit, "TYPE"), "page")) {
    set_page_text(std::move(page.blocks), draft);
  } else {
    read_authors(own, page.blocks, draft);
    std::erase_if(page.blocks, [](const OcrBlock& block) { return block.lines.empty(); });
    read_headings(unit, page.blocks, draft);
    set_body(draft, paragraphs_of(page.blocks));
  }
  refuse_without_text(draft);
}

}  // namespace newsindex
