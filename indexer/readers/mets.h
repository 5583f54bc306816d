// SPDX-License-Identifier: GPL-3.0-or-later
// What a METS file (https://www.loc.gov/standards/mets/) says of an issue of a newspaper: which
// files its pages are, and which blocks of them are an article.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace newsindex {

// A file of XML, as pages are.
struct MetsFile {
  std::string id;
  std::string href;  // as it stands there: "file://./alto/0001.xml"
};

// A block of a page, or all of it.
struct MetsArea {
  std::size_t file = 0;  // of the issue's files
  std::string block;     // its id; empty: the page
  std::string types;     // of the divisions within the unit that it stands in: "HEADING TITLE"
};

struct MetsUnit {
  std::string id;
  std::string type;
  std::string label;
  std::vector<std::string> sections;      // labels of those around it, the outermost first
  std::vector<std::string> descriptions;  // ids
  std::vector<MetsArea> areas;
};

struct MetsIssue {
  std::string id;  // OBJID
  std::string label;
  std::vector<MetsFile> files;
  std::map<std::string, std::string> descriptions;  // <dmdSec>, by id
  std::vector<std::string> issue_descriptions;      // ids of those of the whole issue
  std::vector<MetsUnit> units;                      // articles, in order
  std::vector<MetsUnit> pages;                      // as if no article were named
};

// An article is the outermost division of such a type; a picture or a section without articles
// around it, or what stands in a section beside them, is one, too. Title sections are none. Gives a
// reason when the text is no METS.
std::variant<MetsIssue, std::string> read_mets(std::string_view text, std::size_t most_depth);

}  // namespace newsindex
