// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/token_files.h"

#include <fstream>
#include <optional>

#include "schema/error.h"

namespace newsindex {
namespace {

constexpr int kSentencesOfAnArticle = 10;

std::optional<EntityType> type_of_label(std::string_view label) {
  if (label == "PER") return EntityType::person;
  if (label == "ORG") return EntityType::organisation;
  if (label == "LOC") return EntityType::place;
  return std::nullopt;
}

class Collector {
 public:
  void add(std::string_view token, std::string_view tag) {
    if (article_.text.empty() || in_sentence_)
      article_.text += article_.text.empty() ? "" : " ";
    else
      article_.text += "\n\n";
    in_sentence_ = true;
    const auto start = static_cast<std::uint32_t>(article_.text.size());
    article_.text += token;
    const auto end = static_cast<std::uint32_t>(article_.text.size());
    const auto type = tag.size() > 2 ? type_of_label(tag.substr(2)) : std::nullopt;
    const bool continues = type && open_ && tag[0] == 'I' && article_.names.back().type == *type;
    if (continues)
      article_.names.back().end = end;
    else if (type)
      article_.names.push_back({*type, start, end});
    open_ = type.has_value();
  }
  void end_sentence() {
    sentences_ += in_sentence_;
    in_sentence_ = open_ = false;
  }
  void end_article() {
    end_sentence();
    if (!article_.text.empty()) articles.push_back(std::move(article_));
    article_ = {};
    sentences_ = 0;
  }
  int sentences() const { return sentences_; }
  std::vector<MarkedArticle> articles;

 private:
  MarkedArticle article_;
  int sentences_ = 0;
  bool in_sentence_ = false;
  bool open_ = false;
};

}  // namespace

std::vector<MarkedArticle> read_token_file(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw Error(ExitCode::no_input, "cannot read '" + path.string() + "'");
  Collector collector;
  bool has_marks = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("-DOCSTART-")) {
      has_marks = true;
      collector.end_article();
    } else if (line.empty()) {
      collector.end_sentence();
      if (!has_marks && collector.sentences() >= kSentencesOfAnArticle) collector.end_article();
    } else {
      const std::size_t tab = line.find('\t');
      collector.add(std::string_view(line).substr(0, tab), std::string_view(line).substr(tab + 1));
    }
  }
  collector.end_article();
  return std::move(collector.articles);
}

}  // namespace newsindex
