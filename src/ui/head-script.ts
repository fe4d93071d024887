/**
 * Runs in the head before the first paint: applies the theme that the reader chose, marks the page as one with
 * JavaScript, makes every `[data-theme-switch]` go round auto → light → dark, and puts forms back to the state of the
 * address when the browser shows a page that it had kept as the reader left it. Kept as a constant so that the
 * server can name its hash in a content security policy.
 */
export const headScript = `(function(){var r=document.documentElement,k='theme';
function get(){try{return localStorage.getItem(k)}catch(e){return null}}
function set(t){if(t==='light'||t==='dark')r.setAttribute('data-theme',t);else r.removeAttribute('data-theme')}
r.setAttribute('data-js','');set(get());
document.addEventListener('click',function(e){var b=e.target.closest&&e.target.closest('[data-theme-switch]');if(!b)return;
var now=r.getAttribute('data-theme'),next=now==='light'?'dark':now==='dark'?null:'light';
try{if(next)localStorage.setItem(k,next);else localStorage.removeItem(k)}catch(x){}set(next)});
addEventListener('storage',function(e){if(e.key===k)set(e.newValue)});
addEventListener('pageshow',function(e){if(e.persisted)for(var i=0;i<document.forms.length;i++)document.forms[i].reset()})})()`;
