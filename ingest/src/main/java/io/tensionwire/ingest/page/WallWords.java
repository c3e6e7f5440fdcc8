package io.tensionwire.ingest.page;

import java.util.regex.Pattern;

/** The words of walls, in the three languages. Each is believed only on a page that shows no article. */
final class WallWords {

  static final Pattern BOT_TITLE = words(
      "^(?:just a moment|attention required!? *\\| *cloudflare|access denied|access to this page has been denied|pardon our interruption|"
          + "ddos-guard|robot check|are you (?:a )?(?:human|robot)|(?:bot|human|browser) verification|security (?:check|verification)|"
          + "checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|captcha|403 forbidden|forbidden|you have been blocked|"
          + "один момент|проверка браузера|вы не робот|проверка безопасности|доступ (?:ограничен|запрещ[её]н)|ой!|"
          + "보안 ?(?:문자|확인)|자동입력 ?방지|비정상(?:적인)? 접근|접근이? ?(?:차단|제한)|접속이? ?(?:차단|제한)|로봇이 아닙니다)");
  static final Pattern BOT = words(
      "checking your browser before|verify (?:that )?you(?:'re| are) (?:a |not a )?(?:human|robot)|verify(?:ing)? (?:that )?you are human|"
          + "needs to review the security of your connection|enable javascript and cookies to continue|ddos protection by|"
          + "please complete the (?:security check|captcha)|unusual (?:traffic|activity) from your|press (?:&|and) hold|"
          + "you don't have permission to access .{0,200} on this server|request unsuccessful\\. incapsula|powered and protected by|"
          + "something about your browser made us think you (?:were|are|might be) a bot|automated (?:access|requests?)|"
          + "проверка (?:вашего )?браузера|подтвердите, что (?:запросы отправляли вы|вы (?:не робот|человек))|вы не робот|"
          + "запросы, (?:поступившие|отправленные) с вашего устройства, похожи на автоматические|защита от ddos|"
          + "자동입력 ?방지|보안문자를? ?입력|로봇이 아닙니다|비정상적인 (?:접근|접속|트래픽)|접(?:근|속)이 (?:일시적으로 )?(?:차단|제한)되었|사람인지 확인");
  static final Pattern CONSENT = words(
      "before you continue|we(?: and our (?:\\d+ )?partners)? value your privacy|we and our (?:\\d+ )?partners (?:store|use|process)|"
          + "(?:accept|reject|agree to) (?:all|the use of|our)(?: of)?(?: our)? cookies|manage (?:privacy|cookie) (?:settings|preferences|options)|"
          + "your privacy choices|cookie consent|"
          + "쿠키 ?(?:사용|수집|저장)에 ?(?:대한 ?)?동의|모든 쿠키 ?(?:허용|수락|동의)|개인정보 (?:수집|처리|이용)[^.]{0,30}동의(?:해|하|가|를)|"
          + "принять (?:все )?(?:файлы )?(?:cookies?|куки)|согласи(?:е|ться|тесь)[^.]{0,60}(?:cookies?|куки|персональных данных)|"
          + "настрой(?:ки|ть) (?:файлов )?(?:cookies?|куки)");
  static final Pattern CONSENT_CHOICE = words(
      "\\b(?:accept|agree|reject|decline|manage|settings|options|preferences)\\b|동의|거부|설정|허용|принять|соглас|отклонить|настро");
  static final Pattern COOKIES_NEEDED = words(
      "(?:enable|allow|accept|turn on) (?:your )?cookies|cookies? (?:must be|are) (?:enabled|required|disabled)|cookies and reload|"
          + "쿠키를? ?(?:허용|활성화|사용하도록)|включите (?:поддержку )?(?:cookies?|куки)|разрешите (?:cookies?|куки)");
  static final Pattern SCRIPT_NEEDED = words(
      "(?:enable|turn on|activate|requires?|need) (?:to enable )?java ?script|java ?script (?:is|must be|has been) (?:required|disabled|enabled|turned off)|"
          + "without java ?script|자바 ?스크립트를? ?(?:활성화|사용|허용|켜)|(?:включите|включить|требуется|необходим[оа]?|поддержк[уа]) (?:поддержку )?java ?script|"
          + "java ?script (?:отключ[её]н|выключен)");
  static final Pattern NOT_FOUND = words(
      "^(?:error[: -]*)?404\\b|^(?:page|article|story|content|file) (?:was |is |could )?not (?:be )?found|^not found$|\\b(?:page|article) not found\\b|"
          + "^(?:sorry|oops)[,!.].{0,60}(?:find|exist|available)|(?:page|article|story) (?:you .{0,40})?(?:is no longer available|no longer exists|does(?:n't| not) exist|has been removed)|"
          + "페이지를 찾을 수 ?없|존재하지 않는 (?:페이지|기사|게시|주소)|삭제(?:된|되었|됐).{0,8}(?:기사|게시물|페이지)|기사가 (?:존재하지 않|삭제)|없는 페이지|"
          + "^(?:ошибка )?404|страниц[аы] не (?:найдена|существует)|(?:материал|статья|новость|документ) (?:не найден\\p{L}?|удал[её]н\\p{L}?|недоступ\\p{L}+)|такой страницы (?:нет|не существует)");
  static final Pattern PAY = words(
      "subscribe (?:now )?(?:to|for full access to) (?:continue|keep|read|unlock|access|view)|to (?:continue|keep|finish) reading|"
          + "(?:continue|keep) reading (?:with|by|your|this article for)|already (?:a|have a|an?) (?:subscri|member|account)|"
          + "(?:for|to) (?:our )?(?:paid |premium )?(?:subscribers|members)(?: only)?[.!]?$|subscribers?[- ]only|members?[- ]only|exclusive (?:to|for) (?:our )?(?:subscribers|members)|"
          + "(?:log|sign) in (?:or (?:register|subscribe) )?to (?:continue|read|view|access)|register (?:for free )?to (?:continue|read|unlock)|"
          + "you(?:'ve| have) (?:reached|used|read) (?:your|all|the).{0,40}(?:free|limit|articles)|unlock (?:this|the full|full) (?:article|story|access)|"
          + "구독자 ?(?:전용|만|에게만)|(?:유료|프리미엄|멤버십|정회원|회원|구독) ?(?:회원 ?|독자 ?)?(?:전용|전용입니다|기사입니다|콘텐츠입니다)|"
          + "(?:구독|로그인|회원가입|가입)(?:을? ?(?:하|해)시?면|하신? 후|후|하고)[^.]{0,25}(?:읽|보실|볼|보기|이용|열람|가능)|(?:기사|전문|나머지)[^.]{0,15}(?:이어서|계속|모두|끝까지) (?:읽|보)|"
          + "подпишитесь,? (?:чтобы|и читайте)|(?:доступ\\p{L}*|открыт\\p{L}*) (?:только )?(?:по подписке|(?:для |нашим |платным )*подписчик\\p{L}+)|только (?:для )?(?:наши(?:х|м) )?(?:платны(?:х|м) )?подписчик|"
          + "(?:оформите|купите|продлите|активируйте) подписку|чтобы (?:прочитать|читать|дочитать|продолжить)|(?:войдите|авторизуйтесь|зарегистрируйтесь),? (?:чтобы|и читайте|для)|"
          + "полн(?:ый|ая) (?:текст|версия|статья)[^.]{0,30}(?:подписк|подписчик)|уже есть подписка");

  private WallWords() {}

  private static Pattern words(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
