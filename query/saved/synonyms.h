// SPDX-License-Identifier: GPL-3.0-or-later
// Synonyms and acronyms of a user: one line for each group of forms with the same meaning,
// separated by commas: "UN, United Nations". Empty lines and lines that begin with # are comments.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "schema/query_language/ast.h"

namespace newsindex {

class Synonyms {
 public:
  // Throws Error: no_input if the file cannot be read; config, which names the line, if a group has
  // only one form or a form is in two groups.
  static Synonyms read(const std::filesystem::path& path);

  // Replaces each word or phrase of text in the query that is a form by any form of its group; the
  // same for adjacent words that are a form together: United Nations. Exact clauses and names are
  // not changed.
  Node applied(Node query) const;

 private:
  struct Run {
    std::size_t words = 0;
    const std::vector<std::string>* group = nullptr;
  };

  const std::vector<std::string>* group_of(const std::string& text) const;
  Run longest_run(const std::vector<Node>& nodes, std::size_t from) const;
  std::vector<Node> with_runs(std::vector<Node> nodes) const;

  std::vector<std::vector<std::string>> groups_;  // forms as written
  std::map<std::string, std::size_t> by_form_;    // folded words of a form -> index of its group
  std::size_t longest_ = 1;                       // most words of a form
};

}  // namespace newsindex
