// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/mets.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <sstream>

#include <pugixml.hpp>

#include "indexer/extract/text/tags.h"
#include "indexer/readers/xml_scanner.h"

namespace newsindex {
namespace {

enum class MetsKind : std::uint8_t { other, article, picture, section, page, heading };

struct NamedKind {
  std::string_view type;
  MetsKind kind;
};
constexpr NamedKind kMetsKinds[] = {
#include "indexer/readers/mets_kinds.inc"
};

MetsKind mets_kind_of(std::string_view type) {
  for (const NamedKind& named : kMetsKinds)
    if (same_name(named.type, local_xml_name(type))) return named.kind;
  return MetsKind::other;
}

bool is_named(pugi::xml_node node, std::string_view name) {
  return local_xml_name(node.name()) == name;
}

std::string attribute_of(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute attribute : node.attributes())
    if (local_xml_name(attribute.name()) == name) return attribute.value();
  return {};
}

void add_words(std::string_view list, std::vector<std::string>& to) {
  constexpr std::string_view kSpace = " \t\r\n";
  for (std::size_t at = list.find_first_not_of(kSpace); at != std::string_view::npos;) {
    const std::size_t end = std::min(list.find_first_of(kSpace, at), list.size());
    to.emplace_back(list.substr(at, end - at));
    at = list.find_first_not_of(kSpace, end);
  }
}

class DepthWithin : public pugi::xml_tree_walker {
 public:
  explicit DepthWithin(std::size_t most) : most_(most) {}
  bool for_each(pugi::xml_node&) override { return static_cast<std::size_t>(depth()) < most_; }

 private:
  std::size_t most_;
};

// Limits for what a division passes on to everything in it, so that nested divisions do not
// multiply it.
constexpr std::size_t kMostSections = 5;
constexpr std::size_t kLongestLabel = 200;
constexpr std::size_t kLongestTypes = 200;

// REQUIRES: the document is not deeper than the stack allows.
class IssueReader {
 public:
  explicit IssueReader(pugi::xml_node mets) {
    issue_.id = attribute_of(mets, "OBJID");
    issue_.label = attribute_of(mets, "LABEL");
    for (const auto part : mets.children()) {
      if (is_named(part, "dmdSec")) read_description(part);
      if (is_named(part, "fileSec")) read_files(part);
    }
    for (const auto part : mets.children())
      if (is_named(part, "structMap")) visit_children(part, {});
  }

  MetsIssue take() {
    std::erase_if(issue_.units, [](const MetsUnit& unit) { return unit.areas.empty(); });
    std::erase_if(issue_.units, is_heading_of_section);
    if (issue_.pages.empty())
      for (std::size_t file = 0; file < issue_.files.size(); ++file) add_page(file, {});
    if (issue_.issue_descriptions.empty() && !first_description_.empty())
      issue_.issue_descriptions.push_back(first_description_);
    return std::move(issue_);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  // What is around the current division.
  struct Around {
    std::size_t unit = kNone;
    MetsKind kind = MetsKind::other;  // of that unit
    bool is_page = false;
    std::string types{};
    std::vector<std::string> sections{};
  };

  void read_description(pugi::xml_node section) {
    const std::string id = attribute_of(section, "ID");
    std::ostringstream text;
    section.print(text, "", pugi::format_raw);
    if (first_description_.empty()) first_description_ = id;
    issue_.descriptions.emplace(id, text.str());
  }

  void read_files(pugi::xml_node group) {
    for (const auto part : group.children()) {
      if (is_named(part, "fileGrp")) read_files(part);
      if (is_named(part, "file")) read_file(part);
    }
  }

  void read_file(pugi::xml_node file) {
    const std::string type = attribute_of(file, "MIMETYPE");
    for (const auto place : file.children()) {
      if (!is_named(place, "FLocat")) continue;
      MetsFile found{attribute_of(file, "ID"), attribute_of(place, "href")};
      const std::string_view href = found.href;
      const bool is_xml = href.size() > 4 && same_name(href.substr(href.size() - 4), ".xml");
      if (!is_xml && type.find("xml") == std::string::npos) continue;
      if (by_id_.emplace(found.id, issue_.files.size()).second)
        issue_.files.push_back(std::move(found));
    }
  }

  void visit_children(pugi::xml_node node, const Around& around) {
    std::size_t page = kNone;  // if there are several files for a page, the last one counts
    for (const auto part : node.children()) {
      if (is_named(part, "div")) visit(part, around);
      if (is_named(part, "fptr")) read_pointer(part, around, page);
    }
    if (page == kNone || !paged_.insert(page).second) return;
    std::vector<std::string> descriptions;
    add_words(attribute_of(node, "DMDID"), descriptions);
    add_page(page, std::move(descriptions));
  }

  void visit(pugi::xml_node div, Around around) {
    const std::string type = attribute_of(div, "TYPE");
    const MetsKind kind = mets_kind_of(type);
    const bool in_article = around.kind == MetsKind::article;
    const bool is_unit = !in_article && (kind == MetsKind::article || kind == MetsKind::picture ||
                                         kind == MetsKind::section);
    if (is_unit) {
      MetsUnit unit{attribute_of(div, "ID"), type, attribute_of(div, "LABEL"),
                    around.sections,         {},   {}};
      add_words(attribute_of(div, "DMDID"), unit.descriptions);
      around.unit = issue_.units.size();
      around.kind = kind;
      around.types.clear();
      const bool is_named_section =
          kind == MetsKind::section && !unit.label.empty() && unit.label.size() <= kLongestLabel;
      if (is_named_section && around.sections.size() < kMostSections)
        around.sections.push_back(unit.label);
      issue_.units.push_back(std::move(unit));
    } else if (around.unit != kNone) {
      if (around.types.size() + type.size() > kLongestTypes) around.types.clear();
      if (type.size() <= kLongestTypes) around.types += (around.types.empty() ? "" : " ") + type;
    } else if (kind != MetsKind::page) {
      add_words(attribute_of(div, "DMDID"), issue_.issue_descriptions);
    }
    around.is_page = kind == MetsKind::page && !in_article;
    visit_children(div, around);
  }

  // Reads a pointer to a file or to areas of files, which may be within <seq> and <par>.
  void read_pointer(pugi::xml_node node, const Around& around, std::size_t& page) {
    const auto file = by_id_.find(attribute_of(node, "FILEID"));
    const bool known = file != by_id_.end();
    const std::string block = attribute_of(node, "BEGIN");
    const bool is_rectangle = block.empty() && !attribute_of(node, "COORDS").empty();
    if (known && around.unit != kNone && !around.is_page && !is_rectangle)
      issue_.units[around.unit].areas.push_back({file->second, block, around.types});
    else if (known && (around.is_page || block.empty()))
      page = file->second;
    for (const auto part : node.children()) read_pointer(part, around, page);
  }

  void add_page(std::size_t file, std::vector<std::string> descriptions) {
    issue_.pages.push_back(
        {issue_.files[file].id, "page", {}, {}, std::move(descriptions), {{file, {}, {}}}});
  }

  // True if the blocks that a section has beside its articles are all headings.
  static bool is_heading_of_section(const MetsUnit& unit) {
    const auto is_heading = [](const MetsArea& area) {
      std::vector<std::string> types;
      add_words(area.types, types);
      return std::any_of(types.begin(), types.end(), [](const std::string& type) {
        return mets_kind_of(type) == MetsKind::heading;
      });
    };
    return mets_kind_of(unit.type) == MetsKind::section &&
           std::all_of(unit.areas.begin(), unit.areas.end(), is_heading);
  }

  MetsIssue issue_;
  std::map<std::string, std::size_t> by_id_;  // files
  std::set<std::size_t> paged_;               // files that are pages already
  std::string first_description_;
};

}  // namespace

std::variant<MetsIssue, std::string> read_mets(std::string_view text, std::size_t most_depth) {
  pugi::xml_document document;
  const auto parsed =
      document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed)
    return "not XML: " + std::string(parsed.description()) + " at byte " +
           std::to_string(parsed.offset);
  constexpr std::size_t kDeepest = 1000;  // deeper trees could need too much stack
  const std::size_t most = std::min(most_depth, kDeepest);
  DepthWithin depth(most);
  if (!document.traverse(depth))
    return "elements are nested more than " + std::to_string(most) + " deep";
  return IssueReader(document.document_element()).take();
}

}  // namespace newsindex
