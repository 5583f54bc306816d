// SPDX-License-Identifier: GPL-3.0-or-later
// Atom feeds (RFC 4287): an entry for each article. The same answer of the same archive always
// gives the same feed, so it does not contain the current time.
#include <algorithm>
#include <ostream>
#include <string>

#include "query/render/formats.h"
#include "query/render/markup.h"
#include "query/render/row_fields.h"
#include "schema/published.h"

namespace newsindex {
namespace {

constexpr const char* kNoTime = "1970-01-01T00:00:00Z";  // required even without a date

// Returns an RFC 3339 time; for a date without a time, its first second.
std::string time_of(const std::string& iso) {
  const auto published = published_from_iso(iso);
  if (!published) return {};
  const std::string time = to_iso(Published{*published});
  if (time.find('T') != std::string::npos)
    return time.ends_with('Z') || time.find('+', 10) != std::string::npos ||
                   time.find('-', 10) != std::string::npos
               ? time
               : time + "Z";
  constexpr std::string_view kRest = "0000-01-01";
  return time + std::string(kRest.substr(std::min(time.size(), kRest.size()))) + "T00:00:00Z";
}

std::string updated_of(const RowFields& fields) {
  const std::string published = time_of(fields.text("published"));
  const std::string modified = time_of(fields.text("modified"));
  return modified.empty() ? published : modified;
}

void put_element(std::ostream& out, std::string_view name, const std::string& text) {
  if (!text.empty()) out << "    <" << name << '>' << escaped_markup(text) << "</" << name << ">\n";
}

std::string address_of(const Answer& answer, std::string_view of) {
  const std::string uuid = answer.archive ? answer.archive->uuid : "none";
  return "urn:newsindex:" + uuid + ":" + percent_encoded(of);
}

// The id by which a feed reader recognizes an entry. A correction gets a new id, because its date
// may be the same.
std::string address_of_entry(const Answer& answer, const Group& group, const RowFields& fields) {
  std::string id = fields.text("id");
  if (!fields.text("changed").empty()) id += ":" + fields.text("ingested");
  for (const Cell& member : group.members)  // the watch
    if (const auto* name = std::get_if<std::string>(&member)) id = *name + ":" + id;
  return address_of(answer, id);
}

void print_entry(std::ostream& out, const Answer& answer, const Group& group,
                 const RowFields& fields) {
  const std::string published = time_of(fields.text("published"));
  const std::string updated = updated_of(fields);
  const std::string link = harmless_link(fields.text("url"));
  const std::string title = fields.text("title");
  out << "  <entry>\n";
  put_element(out, "id", address_of_entry(answer, group, fields));
  put_element(out, "title", title.empty() ? "(no title)" : title);
  put_element(out, "updated", updated.empty() ? kNoTime : updated);
  put_element(out, "published", published);
  if (!link.empty()) out << "    <link href=\"" << escaped_markup(link) << "\"/>\n";
  Texts authors = fields.texts("authors");
  if (authors.empty()) authors = {fields.text("source")};
  for (const std::string& author : authors)
    out << "    <author><name>" << escaped_markup(author.empty() ? "unknown" : author)
        << "</name></author>\n";
  for (const std::string& section : fields.texts("section"))
    out << "    <category term=\"" << escaped_markup(section) << "\"/>\n";
  std::string summary = fields.text("snippet");
  if (summary.empty()) summary = fields.text("lead");
  const std::string changed = fields.text("changed");
  if (!changed.empty()) summary = "Corrected: " + changed + ". " + summary;
  put_element(out, "summary", summary);
  out << "  </entry>\n";
}

void print_head(std::ostream& out, const Answer& answer) {
  std::string title = answer.title;
  for (const Member& member : answer.members)
    if (member.name == "query" && title.empty())
      if (const auto* text = std::get_if<std::string>(&member.value)) title = *text;
  std::string updated = kNoTime;
  for (const Group& group : answer.table.groups)
    for (const Row& row : group.rows)
      updated = std::max(updated, updated_of(RowFields(answer.table, row)));
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed "
         "xmlns=\"http://www.w3.org/2005/Atom\">\n";
  put_element(out, "id", address_of(answer, title));
  put_element(out, "title", title.empty() ? "News" : "News: " + title);
  put_element(out, "updated", updated);
  out << "    <generator>newsquery</generator>\n";
}

}  // namespace

void render_atom(std::ostream& out, const Answer& answer, const Style& style) {
  if (style.begins) print_head(out, answer);
  for (const Group& group : answer.table.groups)
    for (const Row& row : group.rows) print_entry(out, answer, group, {answer.table, row});
  if (style.ends) out << "</feed>\n";
}

}  // namespace newsindex
