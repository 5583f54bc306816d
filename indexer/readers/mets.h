// SPDX-License-Identifier: GPL-3.0-or-later
// What a METS file (https://www.loc.gov/standards/mets/) says about an issue of a newspaper: which
// files are its pages, and which blocks of them are an article.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace newsindex {

// An XML file, which may be a page.
struct MetsFile {
  std::string id;
  std::string href;  // as written: "file://./alto/0001.xml"
};

// A block of a page, or the whole page.
struct MetsArea {
  std::size_t file = 0;  // index in the files of the issue
  std::string block;     // its id; empty: the whole page
  std::string types;     // of the divisions around it within the unit: "HEADING TITLE"
};

struct MetsUnit {
  std::string id;
  std::string type;
  std::string label;
  std::vector<std::string> sections;      // labels of the sections around it, outermost first
  std::vector<std::string> descriptions;  // ids of its descriptions
  std::vector<MetsArea> areas;
};

struct MetsIssue {
  std::string id;  // OBJID
  std::string label;
  std::vector<MetsFile> files;
  std::map<std::string, std::string> descriptions;  // <dmdSec>, by id
  std::vector<std::string> issue_descriptions;      // ids of the descriptions of the whole issue
  std::vector<MetsUnit> units;                      // articles, in order
  std::vector<MetsUnit> pages;                      // every page, whether it has articles or not
};

// An article is the outermost division of an article type. A picture outside articles is one, too,
// and so are the blocks of a section outside its articles, unless they are all headings. Returns a
// reason if the text is not XML or nested too deep.
std::variant<MetsIssue, std::string> read_mets(std::string_view text, std::size_t most_depth);

}  // namespace newsindex
