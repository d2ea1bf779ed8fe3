/**
 * What does this text ask for? A text that a person typed becomes an
 * {@link org.broadsheet.query.ArticleQuery}, a small tree that prints as a query and that every engine translates.
 *
 * <p>Entry point: {@link org.broadsheet.query.ArticleQueryParser}. No text is an error: what could not be understood is
 * searched as words or left out, and a {@link org.broadsheet.query.QueryNotice} says which part and why. What is printed
 * is read back as the same tree.
 *
 * <p>On the way, {@code QueryText} has one alphabet, {@code QueryReader} finds the parts, {@code WordReader},
 * {@code PhraseReader} and {@code QueryField} read them, {@code Clauses} repairs what lies between them, and
 * {@code SyntaxTree} makes the tree.
 *
 * <p>Of lucene-queryparser, the flexible parser reads the structure: NOT, AND, OR and parentheses. It does not read the
 * parts. As it stops at the first mistake and says little more than where, every part would have to be found, checked
 * and escaped before it, and read a second time behind it; it takes {@code 50..100} for a word, an unknown field for a
 * field, {@code /} for the beginning of a regular expression, and has functions ({@code fn:}), weights and wildcards
 * that are not part of the language. Its OR binds more tightly than the AND of a space, but less than one that is typed;
 * here both are the same, so every AND is spelt out for it. The classic parser makes engine queries rather than a tree,
 * and the simple one, lenient as it is, knows no fields and says nothing of what it ignored.
 */
package org.broadsheet.query;
