// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/advice/notes.h"

#include <string>

#include "query/advice/leaves.h"
#include "query/advice/suggestions.h"
#include "query/advice/topic_notes.h"
#include "query/advice/undated.h"
#include "query/advice/written.h"
#include "query/search/labels.h"
#include "schema/language_names.h"
#include "schema/query_language/proposal.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostTopics = 4;

using Notes = std::vector<QueryNote>;

std::string written_of(const Node& part, std::string_view query) {
  if (part.span.end > query.size() || part.span.start >= part.span.end) return part.text;
  return std::string(query.substr(part.span.start, part.span.end - part.span.start));
}

void add_languages(Notes& notes, const Archive& archive, const Node& part) {
  if (part.kind != Node::Kind::whole || part.field != "lang") return;
  const auto& languages = archive.manifest().languages;
  const auto known = languages.find(part.text);
  if (known != languages.end() && known->second > 0) return;
  QueryNote note{
      "no article of the archive is in " + language_name(part.text) + " (lang:" + part.text + ")",
      part.span, ""};
  notes.push_back(std::move(note));
}

// How a part would be written in the query with the meant word.
std::string in_query(const Node& part, const std::string& meant) {
  return part.field == "text" ? meant : clause_text(part.field, meant);
}

void add_meant(Notes& notes, const PartReport& report, std::string_view query) {
  if (report.meant.empty()) return;
  std::string list;
  for (const NearWord& each : report.meant)
    list += (list.empty() ? "" : ", ") + each.text + " with " + articles_text(each.articles);
  const std::string found = report.articles == 0 ? "no article" : articles_text(report.articles);
  const std::string meant = in_query(*report.part, report.meant.front().text);
  notes.push_back(
      {found + " for " + written_of(*report.part, query) + " (did you mean " + list + "?)",
       report.part->span, with_replaced(query, report.part->span, meant)});
}

// If there are several parts, adds how many articles each matches alone.
void add_parts(Notes& notes, const std::vector<PartReport>& reports, std::string_view query) {
  if (reports.size() < 2) return;
  std::string list;
  for (const PartReport& report : reports)
    list += (list.empty() ? "" : ", ") + written_of(*report.part, query) + " " +
            articles_text(report.articles);
  notes.push_back({"each part alone: " + list, {0, query.size()}, ""});
}

}  // namespace

std::vector<QueryNote> notes_on(Archive& archive, const QueryChoice& request, std::uint64_t total) {
  const std::string& query = request.query_text;
  Notes notes = read_query(query, {request.match, request.today}).notes;
  std::size_t topics = 0;
  WholeArchive whole_archive(archive);
  for (const Node* part : leaves_of(request.query)) {
    add_languages(notes, archive, *part);
    if (part->kind != Node::Kind::label || part->field != "topic" || ++topics > kMostTopics)
      continue;
    if (auto note = note_on_topic(whole_archive(), *part)) notes.push_back(std::move(*note));
  }
  if (auto note = note_on_undated(archive, request.query, query)) notes.push_back(std::move(*note));
  if (total >= kFewArticles) return notes;
  const std::vector<PartReport> reports = report_parts(archive, request.query);
  if (total == 0) add_parts(notes, reports, query);
  for (const PartReport& report : reports) add_meant(notes, report, query);
  return notes;
}

std::vector<QueryNote> notes_on_name(Archive& archive, const QueryChoice& request,
                                     std::uint64_t total) {
  Notes notes;
  if (total > 0) return notes;
  const std::vector<PartReport> reports = report_parts(archive, request.query);
  for (const PartReport& report : reports) add_meant(notes, report, request.query_text);
  return notes;
}

}  // namespace newsindex
