// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <ostream>
#include <string>

#include "query/render/harmless.h"
#include "query/render/numbers.h"
#include "query/render/render.h"
#include "schema/article_json.h"

namespace newsindex {
namespace {

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kMatched = "\x1b[1;33m";
constexpr std::string_view kPlain = "\x1b[0m";
constexpr std::size_t kMostNames = 3;  // of topics and of entities shown with a hit
constexpr std::string_view kIndent = "   ";

std::string painted(std::string_view text, std::string_view paint, const TextStyle& style) {
  if (!style.color || text.empty()) return std::string(text);
  return std::string(paint).append(text).append(kPlain);
}

std::string marked(const Snippet& snippet, std::string_view around, const TextStyle& style) {
  std::string out;
  std::size_t at = 0;
  for (const auto& [start, end] : snippet.matches) {
    out +=
        painted(on_one_line(std::string_view(snippet.text).substr(at, start - at)), around, style);
    out += painted(on_one_line(std::string_view(snippet.text).substr(start, end - start)), kMatched,
                   style);
    at = end;
  }
  out += painted(on_one_line(std::string_view(snippet.text).substr(at)), around, style);
  return (snippet.cut_before ? "… " : "") + out + (snippet.cut_after ? " …" : "");
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string all;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!all.empty()) all += between;
    all += on_one_line(part);
  }
  return all;
}

std::string published_text(const Article& article) {
  if (!article.published) return "no date";
  std::string text = to_iso(*article.published);
  std::replace(text.begin(), text.end(), 'T', ' ');
  return text + (article.published->ambiguous ? " (?)" : "");
}

std::string facts(const Article& article) {
  return joined(
      {published_text(article), article.source, joined(article.section, " › "), article.id}, " · ");
}

template <class Named, class Level>
std::string best(const std::vector<Named>& all, Level level) {
  std::vector<const Named*> sorted;
  for (const Named& each : all) sorted.push_back(&each);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](const Named* a, const Named* b) { return level(*a) > level(*b); });
  std::vector<std::string> names;
  for (const Named* each : sorted)
    if (names.size() < kMostNames) names.push_back(each->name + " " + std::to_string(level(*each)));
  return joined(names, ", ");
}

std::string labels(const Article& article) {
  return joined({best(article.topics, [](const Topic& topic) { return topic.confidence; }),
                 best(article.entities, [](const Entity& entity) { return entity.salience; })},
                " · ");
}

std::string explained(const Explanation& parts, double score) {
  return fixed(score, 3) + " = text " + fixed(parts.text, 3) + " + topic " + fixed(parts.topic, 3) +
         " + entity " + fixed(parts.entity, 3) + " + recency " + fixed(parts.recency, 3);
}

void print_hit(std::ostream& out, const Hit& hit, std::uint64_t rank, const TextStyle& style) {
  const bool is_untitled = hit.title.text.empty();
  out << rank << ". " << (is_untitled ? "(no title)" : marked(hit.title, kBold, style)) << '\n';
  out << kIndent << painted(facts(hit.article), kDim, style) << '\n';
  if (!hit.snippet.text.empty()) out << kIndent << marked(hit.snippet, "", style) << '\n';
  const std::string names = labels(hit.article);
  if (!names.empty()) out << kIndent << painted(names, kDim, style) << '\n';
  if (hit.copies > 0)
    out << kIndent << "+" << hit.copies << (hit.copies == 1 ? " copy" : " copies") << '\n';
  if (hit.explanation) out << kIndent << explained(*hit.explanation, hit.score) << '\n';
}

// "3 stories" where copies count once, else "3 articles".
std::string counted(std::uint64_t count, bool of_stories) {
  return of_stories ? grouped(count) + (count == 1 ? " story" : " stories") : articles(count);
}

std::string range_text(const SearchAnswer& answer) {
  if (answer.total == 0) return "no article matches";
  if (answer.hits.empty())
    return counted(answer.total, answer.collapsed) + (answer.total == 1 ? " matches" : " match") +
           ", none from number " + grouped(answer.offset + 1);
  return grouped(answer.offset + 1) + "–" + grouped(answer.offset + answer.hits.size()) + " of " +
         counted(answer.total, answer.collapsed);
}

// A bar of eighths of a block.
std::string bar(std::uint64_t part, std::uint64_t most, int columns) {
  static constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (most == 0) return {};
  auto eighths = static_cast<std::uint64_t>(columns) * 8 * part / most;
  if (part > 0 && eighths == 0) eighths = 1;
  std::string text;
  for (std::uint64_t i = 0; i < eighths / 8; ++i) text += "█";
  return text.append(kEighths[eighths % 8]);
}

std::string right(std::string text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

void print_paragraph(std::ostream& out, std::string_view name, const std::string& value) {
  if (!value.empty()) out << name << ": " << value << '\n';
}

std::string topics_text(const Article& article) {
  std::vector<std::string> texts;
  for (const Topic& topic : article.topics)
    texts.push_back(topic.name + " " + std::to_string(topic.confidence) + " (" +
                    std::string(to_string(topic.origin)) + ")");
  return joined(texts, ", ");
}

// Names with their salience, and what else is known of them.
std::string entities_text(const Article& article, EntityType type) {
  std::vector<std::string> texts;
  for (const Entity& entity : article.entities) {
    if (entity.type != type) continue;
    std::string known = entity.country;
    if (!entity.id.empty()) known += (known.empty() ? "" : ", ") + entity.id;
    texts.push_back(entity.name + (known.empty() ? "" : " [" + known + "]") + " " +
                    std::to_string(entity.salience));
  }
  return joined(texts, ", ");
}

void print_article(std::ostream& out, const Article& article, std::uint64_t copies,
                   const TextStyle& style) {
  out << painted(on_one_line(article.title), kBold, style) << '\n';
  out << painted(facts(article), kDim, style) << '\n';
  print_paragraph(out, "by", joined(article.authors, ", "));
  print_paragraph(out, "url", on_one_line(article.url));
  if (article.published)
    print_paragraph(out, "date read from", on_one_line(article.published->evidence));
  print_paragraph(out, "topics", topics_text(article));
  for (const EntityType type : {EntityType::person, EntityType::organisation, EntityType::place})
    print_paragraph(out, std::string(to_string(type)) + "s", entities_text(article, type));
  if (copies > 0)
    print_paragraph(out, "copies", grouped(copies) + " more: story:" + on_one_line(article.story));
  out << '\n';
  if (article.body.find(article.lead) == std::string::npos)
    out << in_paragraphs(article.lead) << "\n\n";
  out << in_paragraphs(article.body) << '\n';
}

}  // namespace

void render_text(std::ostream& out, const SearchAnswer& answer, const TextStyle& style) {
  if (!answer.tree.empty()) out << "query: " << on_one_line(answer.tree) << '\n';
  if (!answer.plan.empty()) out << "plan: " << on_one_line(answer.plan) << '\n';
  out << range_text(answer) << '\n';
  std::uint64_t rank = answer.offset;
  for (const Hit& hit : answer.hits) {
    out << '\n';
    print_hit(out, hit, ++rank, style);
  }
}

void render_text(std::ostream& out, const CountAnswer& answer, const TextStyle&) {
  out << answer.total << '\n';
}

void render_text(std::ostream& out, const FacetAnswer& answer, const TextStyle& style) {
  out << counted(answer.total, answer.of_stories) << '\n';
  for (const Facet& facet : answer.facets) {
    out << '\n'
        << painted(facet.field, kBold, style) << " (" << grouped(facet.different) << " different";
    if (facet.without > 0) out << ", " << counted(facet.without, answer.of_stories) << " without";
    out << (facet.exact ? ")\n" : ", counts are estimates)\n");
    for (const FacetValue& value : facet.values) {
      out << right(grouped(value.articles), 9) << "  " << on_one_line(value.name);
      if (!value.id.empty()) out << painted(" (" + on_one_line(value.id) + ")", kDim, style);
      out << '\n';
    }
  }
}

void render_text(std::ostream& out, const TimelineAnswer& answer, const TextStyle& style) {
  std::uint64_t most = 0;
  for (const TimelineBar& each : answer.bars) most = std::max(most, each.articles);
  const std::size_t digits = grouped(most).size();
  const int columns = std::max(10, style.width - 14 - static_cast<int>(digits));
  for (const TimelineBar& each : answer.bars)
    out << each.when << "  " << right(grouped(each.articles), digits) << "  "
        << painted(bar(each.articles, most, columns), kMatched, style) << '\n';
  out << counted(answer.total, answer.of_stories);
  if (answer.without > 0) out << ", " << grouped(answer.without) << " of them without such a date";
  out << '\n';
}

void render_text(std::ostream& out, const EntitiesAnswer& answer, const TextStyle& style) {
  constexpr std::size_t kAliases = 5;
  out << grouped(answer.total) << (answer.total == 1 ? " name\n" : " names\n");
  for (const KnownEntity& entity : answer.entities) {
    out << right(grouped(entity.articles), 9) << "  "
        << painted(on_one_line(entity.name), kBold, style) << " (" << to_string(entity.type);
    if (!entity.country.empty()) out << ", " << on_one_line(entity.country);
    if (!entity.id.empty()) out << ", " << on_one_line(entity.id);
    out << ')';
    if (!entity.first.empty())
      out << "  " << entity.first << (entity.last == entity.first ? "" : " – " + entity.last);
    for (std::size_t i = 0; i < std::min(kAliases, entity.aliases.size()); ++i)
      out << (i == 0 ? "  also " : ", ") << on_one_line(entity.aliases[i]);
    if (entity.aliases.size() > kAliases) out << ", ...";
    out << '\n';
  }
}

void render_text(std::ostream& out, const RelatedAnswer& answer, const TextStyle& style) {
  out << articles(answer.total) << " about " << joined(answer.names, ", ") << '\n';
  for (const RelatedEntity& entity : answer.related)
    out << right(fixed(entity.score, 1), 9) << "  "
        << painted(on_one_line(entity.name), kBold, style) << " (" << to_string(entity.type)
        << ")  in " << grouped(entity.together) << " of its " << articles(entity.articles) << '\n';
}

void render_text(std::ostream& out, const ShowAnswer& answer, const TextStyle& style) {
  for (std::size_t i = 0; i < answer.articles.size(); ++i) {
    if (i > 0) out << '\n';
    print_article(out, answer.articles[i], answer.copies[i], style);
  }
}

}  // namespace newsindex
