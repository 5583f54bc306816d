// SPDX-License-Identifier: GPL-3.0-or-later
// Synonyms and acronyms of a user: a line for each group of forms that mean the same, with commas
// between: "UN, United Nations". Empty lines and those that begin with # are comments.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "schema/query_language/ast.h"

namespace newsindex {

class Synonyms {
 public:
  // Throws Error: no_input where there is no such file, config naming the line where a group has
  // one form only, or a form is in two groups.
  static Synonyms read(const std::filesystem::path& path);

  // The query in which each word or phrase of the text that is a form stands for any of its group,
  // and so do words side by side: United Nations. What is asked for exactly, and names, stay.
  Node applied(Node query) const;

 private:
  struct Run {
    std::size_t words = 0;
    const std::vector<std::string>* group = nullptr;
  };

  const std::vector<std::string>* group_of(const std::string& text) const;
  Run longest_run(const std::vector<Node>& nodes, std::size_t from) const;
  std::vector<Node> with_runs(std::vector<Node> nodes) const;

  std::vector<std::vector<std::string>> groups_;  // forms, as they were written
  std::map<std::string, std::size_t> by_form_;    // folded words of a form -> its group
  std::size_t longest_ = 1;                       // words of a form
};

}  // namespace newsindex
