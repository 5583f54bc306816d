// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/advice/lint.h"

#include <algorithm>

#include "query/advice/leaves.h"
#include "query/advice/topic_notes.h"
#include "query/search/collection.h"
#include "query/search/planner.h"

namespace newsindex {
namespace {

using Kind = QueryProblem::Kind;

class Linter {
 public:
  Linter(Archive& archive, const LintOptions& options)
      : collection_(archive), planner_(archive, collection_, options.language), options_(options) {}

  void look_at(std::string_view query) {
    const std::size_t before = problems_.size();
    try {
      const ParsedQuery parsed = read_query(query, options_.parsing);
      for (const QueryNote& note : parsed.notes) add(Kind::note, note);
      look_at_parts(parsed.tree);
    } catch (const QueryError& error) {
      add(error);
    }
    std::stable_sort(problems_.begin() + static_cast<std::ptrdiff_t>(before), problems_.end(),
                     [](const auto& a, const auto& b) { return a.span.start < b.span.start; });
  }

  // Moves to the next line, which begins at `start` of the text.
  void go_to(std::size_t line, std::size_t start) {
    line_ = line;
    start_ = start;
  }

  std::vector<QueryProblem> problems() && { return std::move(problems_); }

 private:
  void look_at_parts(const Node& node) {
    if (node.children.empty() || node.kind == Node::Kind::near) return look_at_part(node);
    for (const Node& child : node.children) look_at_parts(child);
  }

  void look_at_part(const Node& part) {
    if (part.kind == Node::Kind::all) return;
    try {
      const Plan plan = planner_.plan(options_.synonyms.applied(part));
      if (CollectionQuery(collection_, plan).count() == 0)
        add(Kind::nothing, {"no article of the archive matches this", part.span, ""});
    } catch (const QueryError& error) {
      return add(error);
    }
    if (part.kind != Node::Kind::label || part.field != "topic") return;
    if (const auto note = note_on_topic(collection_, part)) add(Kind::note, *note);
  }

  void add(const QueryError& error) {
    const auto& proposals = error.proposals();
    add(Kind::error, {error.what(), error.span(), proposals.empty() ? "" : proposals.front().text});
  }

  void add(Kind kind, const QueryNote& note) {
    problems_.push_back({kind,
                         line_,
                         {note.span.start + start_, note.span.end + start_},
                         note.sentence,
                         note.suggestion});
  }

  Collection collection_;
  Planner planner_;
  const LintOptions& options_;
  std::size_t line_ = 1;
  std::size_t start_ = 0;
  std::vector<QueryProblem> problems_;
};

}  // namespace

std::vector<QueryProblem> lint(Archive& archive, std::string_view text,
                               const LintOptions& options) {
  Linter linter(archive, options);
  std::size_t line = 1;
  for (std::size_t start = 0; start < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string_view query = text.substr(start, end - start);
    if (query.ends_with('\r')) query.remove_suffix(1);
    linter.go_to(line, start);
    if (query.find_first_not_of(" \t") != std::string_view::npos) linter.look_at(query);
    start = end + 1;
  }
  return std::move(linter).problems();
}

}  // namespace newsindex
