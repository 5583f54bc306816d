// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/fields/json_fields.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "schema/error.h"
#include "schema/text/ascii.h"
#include "schema/text/characters.h"

namespace newsindex {
namespace {

struct Names {
  JsonField field;
  std::string_view names;  // lower-case letters and digits only; the surest name first
};

constexpr std::array kNames{
    Names{JsonField::id,
          "id articleid docno docid guid uuid uri newid storyid itemid externalid objectid "
          "identifier"},
    Names{JsonField::url,
          "canonicalurl url link weburl href permalink canonical articleurl sourceurl pageurl "
          "shareurl"},
    Names{JsonField::title,
          "title headline headlines mainheadline articletitle pagetitle newstitle ogtitle heading "
          "name head"},
    Names{JsonField::published,
          "published publishedat publishedon publishedtime publishedtimestamp datepublished "
          "publishdate publicationdate publisheddate datepublish pubdate pubtime publishtime "
          "firstpublished firstpublishedat firstpublicationdate webpublicationdate datetime date "
          "articledate firstcreated contentcreated versioncreated created createdat createdon "
          "datecreated "
          "creationdate issued timestamp time when"},
    Names{JsonField::published_precision, "publishedprecision"},
    Names{JsonField::published_evidence, "publishedevidence"},
    Names{JsonField::published_ambiguous, "publishedambiguous"},
    Names{JsonField::modified,
          "modified modifiedat datemodified datemodify modifieddate lastmodified updated updatedat "
          "dateupdated updateddate lastupdated"},
    Names{JsonField::version, "version versionnumber"},
    Names{JsonField::language, "language lang languagecode langcode inlanguage locale"},
    Names{JsonField::source,
          "source sourcename publisher publishername publication publicationname outlet newspaper "
          "agency newsagency newssource site sitename website provider sourcedomain domain"},
    Names{JsonField::section,
          "section sectionname sections articlesection category categoryname categories desk "
          "newsdesk "
          "rubric ressort department channel"},
    Names{JsonField::authors,
          "authors author byline bylines authorname authornames creator creators dccreator writer "
          "writers writtenby by"},
    Names{JsonField::lead,
          "lead standfirst deck dek lede summary abstract description descriptiontext descriptions "
          "teaser excerpt "
          "intro subtitle subheadline desc"},
    Names{JsonField::body,
          "body articlebody bodytext bodies bodyxhtml bodyhtml maintext fulltext content contents "
          "contentencoded contenttext contenthtml htmlcontent textcontent bodycontent contentbody "
          "contentrendered contentplain contentmarkdown text article articletext articlehtml "
          "articlecontent story storytext storybody storyhtml plaintext newstext newsbody "
          "newscontent fullarticle fullcontent posttext postcontent posthtml texthtml htmltext "
          "htmlbody textbody xhtml bodymarkdown markdown"},
    Names{JsonField::keywords, "keywords keyword newskeywords tags tag"},
    Names{JsonField::topics, "topics topic topiccodes subjectcodes subjectcode mediatopics"},
    Names{JsonField::subjects, "subjects subject"},
    Names{JsonField::people, "people persons person"},
    Names{JsonField::organisations,
          "organisations organizations orgs organisation organization org companies company"},
    Names{JsonField::places, "places locations place location geo"},
    Names{JsonField::entities, "entities namedentities"},
};
static_assert(kNames.size() == kJsonFields, "a field has no names");

constexpr std::array kOfOtherLanguages{
#include "indexer/extract/fields/field_names.inc"
};

// Letters and digits of other scripts than that of English, folded as words are in an archive.
void squeeze_other(std::string_view name, std::string& out) {
  thread_local Characters characters;
  for (std::size_t at = 0; at < name.size();) {
    const Character& character = characters[next_character(name, at)];
    const bool counts = character.char_class == CharClass::letter ||
                        character.char_class == CharClass::digit ||
                        character.char_class == CharClass::ideographic;
    if (counts && !character.combines) out += character.folded_text();
  }
}

std::string squeezed(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      out.clear();
      squeeze_other(name, out);
      return out;
    }
    if (is_letter_or_digit(c)) out += lower(c);
  }
  return out;
}

using Index = std::unordered_map<std::string, JsonFieldName>;

void add_names(const Names& row, int rank, Index& index) {
  for (std::string_view rest = row.names; !rest.empty();) {
    const std::string_view name = rest.substr(0, rest.find(' '));
    index.emplace(squeezed(name), JsonFieldName{row.field, rank++});
    rest.remove_prefix(std::min(name.size() + 1, rest.size()));
  }
}

Index make_index() {
  Index index;
  for (const Names& row : kNames) add_names(row, 0, index);
  for (const Names& row : kOfOtherLanguages) add_names(row, kRankOfOtherLanguages, index);
  return index;
}

}  // namespace

std::optional<JsonFieldName> json_field_named(std::string_view name) {
  static const Index index = make_index();
  const auto found = index.find(squeezed(name));
  return found == index.end() ? std::nullopt : std::optional(found->second);
}

JsonField mapped_field(const std::string& name) {
  if (const auto found = json_field_named(name); found && found->rank < kRankOfOtherLanguages)
    return found->field;
  throw Error(
      ExitCode::usage,
      "unknown article field '" + name +
          "' in --map (one of id, url, title, published, modified, language, source, section, "
          "authors, lead, body, keywords, topics, people, organisations, places, entities)");
}

}  // namespace newsindex
