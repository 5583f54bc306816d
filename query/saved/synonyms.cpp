// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/saved/synonyms.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "schema/error.h"
#include "schema/text/analyzer.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

std::string folded(const std::string& text) {
  Analyzer analyzer;
  return folded_words(analyzer, text);
}

std::size_t words_in(const std::string& folded) {
  return 1 + static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' '));
}

std::vector<std::string> forms_of(const std::string& line) {
  std::vector<std::string> forms;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(',', at), line.size());
    if (std::string form(trimmed(std::string_view(line).substr(at, end - at)));
        !folded(form).empty())
      forms.push_back(std::move(form));
    at = end + 1;
  }
  return forms;
}

// True if other forms may replace the node.
bool is_open(const Node& node) {
  const bool is_text = node.field == "text" || node.field == "title";
  return is_text && !node.exact &&
         (node.kind == Node::Kind::word || node.kind == Node::Kind::phrase);
}

// A node for any form of the group. `written` is one of the forms; it stays as it is.
Node any_form(Node written, const std::vector<std::string>& group, const std::string& field,
              const std::string& own) {
  Node any;
  any.kind = Node::Kind::any_of;
  any.span = written.span;
  for (const std::string& form : group) {
    const std::string words = folded(form);
    if (words == own) continue;
    Node& other = any.children.emplace_back();
    other.kind = words_in(words) > 1 ? Node::Kind::phrase : Node::Kind::word;
    other.field = field;
    other.text = form;
    other.span = any.span;
  }
  any.children.insert(any.children.begin(), std::move(written));
  return any;
}

}  // namespace

Synonyms Synonyms::read(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw Error(ExitCode::no_input, "cannot read the synonyms '" + path.string() + "'");
  Synonyms synonyms;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    const std::string text(trimmed(line));
    if (text.empty() || text.front() == '#') continue;
    const auto refuse = [&](const std::string& why) {
      throw Error(ExitCode::config,
                  "'" + path.string() + "' line " + std::to_string(number) + ": " + why);
    };
    std::vector<std::string> forms = forms_of(text);
    if (forms.size() < 2) refuse("one form alone, as in: UN, United Nations");
    for (const std::string& form : forms) {
      const std::string words = folded(form);
      const auto [known, is_new] = synonyms.by_form_.emplace(words, synonyms.groups_.size());
      if (!is_new && known->second != synonyms.groups_.size())
        refuse("'" + form + "' is in another group, too");
      synonyms.longest_ = std::max(synonyms.longest_, words_in(words));
    }
    synonyms.groups_.push_back(std::move(forms));
  }
  return synonyms;
}

const std::vector<std::string>* Synonyms::group_of(const std::string& text) const {
  const auto found = by_form_.find(text);
  return found == by_form_.end() ? nullptr : &groups_[found->second];
}

// The longest run of adjacent words, from `from` on, that is a form; at least two words.
Synonyms::Run Synonyms::longest_run(const std::vector<Node>& nodes, std::size_t from) const {
  Run longest;
  std::string text;
  for (std::size_t i = from; i < nodes.size() && i - from < longest_; ++i) {
    const Node& node = nodes[i];
    if (!is_open(node) || node.kind != Node::Kind::word || node.field != nodes[from].field) break;
    text += (text.empty() ? "" : " ") + folded(node.text);
    const auto* group = group_of(text);
    if (group != nullptr && i > from) longest = {i - from + 1, group};
  }
  return longest;
}

std::vector<Node> Synonyms::with_runs(std::vector<Node> nodes) const {
  std::vector<Node> joined;
  for (std::size_t i = 0; i < nodes.size();) {
    const Run run = longest_run(nodes, i);
    if (run.group == nullptr) {
      joined.push_back(applied(std::move(nodes[i++])));
      continue;
    }
    Node words;
    words.kind = Node::Kind::all_of;
    words.span = {nodes[i].span.start, nodes[i + run.words - 1].span.end};
    std::string own;
    const std::string field = nodes[i].field;
    for (std::size_t end = i + run.words; i < end; ++i) {
      own += (own.empty() ? "" : " ") + folded(nodes[i].text);
      words.children.push_back(std::move(nodes[i]));
    }
    joined.push_back(any_form(std::move(words), *run.group, field, own));
  }
  return joined;
}

Node Synonyms::applied(Node query) const {
  if (groups_.empty()) return query;
  if (query.kind == Node::Kind::near) return query;
  if (query.kind == Node::Kind::all_of) {
    query.children = with_runs(std::move(query.children));
    return query;
  }
  if (is_open(query)) {
    const std::string own = folded(query.text);
    const auto* group = group_of(own);
    if (group == nullptr) return query;
    const std::string field = query.field;
    return any_form(std::move(query), *group, field, own);
  }
  for (Node& child : query.children) child = applied(std::move(child));
  return query;
}

}  // namespace newsindex
