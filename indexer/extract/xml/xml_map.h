// SPDX-License-Identifier: GPL-3.0-or-later
// House XML, described by its users: which element is a record, and where in it the fields stand.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "indexer/extract/draft.h"

namespace newsindex {

// A file of lines:
//
//   record     messages/message/content       # the path of the element that is an article
//   id         concat(../@id, '-', @lang)      # field, then an XPath 1.0 expression on the record
//   title      title
//   body       lead | text
//
// Fields have the names of --map. All nodes that a path finds count: for lists each is an entry,
// for the body each is one or more paragraphs, also where they hold HTML as text; else the first
// counts.
class XmlMap {
 public:
  // Throws Error(no_input), or Error(config) naming file, line and reason.
  static XmlMap read_file(const std::filesystem::path& path);

  // "messages/message/content".
  const std::string& record() const { return record_; }

  // All that it says, for telling one map from another.
  std::string text() const;

  // Whether the document's root is the first element of the path.
  bool fits(pugi::xml_node root) const;

  // REQUIRES: fits(root).
  void read(pugi::xml_node root, Draft& draft) const;

 private:
  std::string record_;
  std::vector<std::pair<std::string, std::string>> fields_;  // name, XPath
};

}  // namespace newsindex
