// SPDX-License-Identifier: GPL-3.0-or-later
// A publisher's own XML, described by the user: which element is a record, and where its fields
// are.
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
// Fields have the names of --map. If a path finds several nodes, each is an entry of a list, or one
// or more paragraphs of the body (even if it holds HTML as text); other fields take the first node.
class XmlMap {
 public:
  // Throws Error(no_input) if the file cannot be read, or Error(config) with file, line and reason.
  static XmlMap read_file(const std::filesystem::path& path);

  // "messages/message/content".
  const std::string& record() const { return record_; }

  // The whole map as text, to tell one map from another.
  std::string text() const;

  // True if the document's root is the first element of the path.
  bool fits(pugi::xml_node root) const;

  // REQUIRES: fits(root).
  void read(pugi::xml_node root, Draft& draft) const;

 private:
  std::string record_;
  std::vector<std::pair<std::string, std::string>> fields_;  // name, XPath
};

}  // namespace newsindex
